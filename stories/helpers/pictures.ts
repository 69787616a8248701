import type { FakeLogto } from '../../test/fake-logto/fake-logto.js';
import { endpoint } from './endpoint.js';

/** A landscape, so that something is left out when it is cropped. */
const landscape = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 12 8">
  <path fill="#9ec9e8" d="M0 0h12v8H0z"/><circle cx="6" cy="3" r="1.2" fill="#ffd35c"/>
  <path fill="#3c7a57" d="M0 6l3-3 2.5 2.5L8.500 2 12 5.500V8H0z"/><path fill="#2c5d42" d="M0 7l4-1.500L8 7l4-1v2H0z"/>
</svg>`;

/** The user has a picture, stored in the tenant. */
export function withPicture({ tenant }: FakeLogto) {
  const path = '/user-assets/default/ada1815love1/2026/09/01/landscape/ada.svg';
  tenant.storage = { [path]: new Blob([landscape], { type: 'image/svg+xml' }) };
  tenant.users[0]!.avatar = endpoint + path;
}

/** A picture as a user would choose it. */
export async function aPhoto(): Promise<File> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(landscape)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(1200, 800);
  canvas.getContext('2d')!.drawImage(image, 0, 0);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], 'landscape.png', { type: 'image/png' });
}
