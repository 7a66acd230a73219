import type { SecretBox } from '../../../foundation/secrets';
import type { Mailer } from '../../messaging';
import type { SignInLimits } from '../domain/sign-in-limits';

/** The name under which this stands in the container. */
export const IDENTITY = 'identity:surroundings';

export interface IdentitySurroundings {
  readonly box: SecretBox;
  readonly limits: SignInLimits;
  readonly mailer: Mailer;
  readonly publicUrl: string;
  readonly demo: boolean;
}
