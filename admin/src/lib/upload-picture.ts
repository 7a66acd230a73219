import { routes } from '@fenrun/contracts/routes';
import { call } from './call';

/** Sends a picture as it is; the server checks what it really is. Answers its id and address. */
export const uploadPicture = (file: File) => call(routes.storefront.addPicture, { body: file });
