import isAnimated from 'is-animated';

/** Whether a picture has several frames: GIF, WebP, APNG or AVIF. One that cannot be told counts as still. */
export async function isMoving(file: File): Promise<boolean> {
  try {
    return isAnimated(await file.arrayBuffer());
  } catch {
    return false;
  }
}
