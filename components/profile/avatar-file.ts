// The rules are those of Logto's user assets (`allowAvatarMimeTypes` and `maxUploadFileSize` in @logto/schemas).
const avatarTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp'];

/** For `<input type="file" accept>`: the pictures Logto takes as an avatar. */
export const avatarAccept: string = avatarTypes.join(',');

/** The largest file Logto takes: 20 MB. */
export const avatarMaxBytes = 20 * 1024 * 1024;

/** Why Logto would refuse this file, or `undefined` when it would not. */
export function avatarFileProblem(file: File): 'type' | 'size' | undefined {
  if (!avatarTypes.includes(file.type)) return 'type';
  return file.size === 0 || file.size > avatarMaxBytes ? 'size' : undefined;
}
