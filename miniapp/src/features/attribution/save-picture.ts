import Taro from '@tarojs/taro';
import { platform } from '@/lib/platform';

/** Saves a picture of the server to the album. False where the permission was refused: holding the picture saves it too. */
export async function saveRemotePicture(src: string): Promise<boolean> {
  const path = platform.kind === 'weapp' ? (await Taro.getImageInfo({ src })).path : src;
  return (await platform.saveImage(path)) === 'saved';
}
