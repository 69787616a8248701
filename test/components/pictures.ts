import { expect } from '@open-wc/testing';

import type { LogtoProfile } from '../../components/profile/profile-element.js';
import { part, parts } from '../helpers/read.js';
import { press } from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

export async function aPicture(): Promise<File> {
  const canvas = new OffscreenCanvas(300, 200);
  canvas.getContext('2d')!.fillRect(0, 0, 150, 200);
  return new File([await canvas.convertToBlob()], 'me.png', { type: 'image/png' });
}

/** Chooses a file as the browser's own dialog would. */
export function choose(row: Element, file: File) {
  const input = row.querySelector<HTMLInputElement>('input[type="file"]')!;
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Chooses a picture and takes it as it is cropped. */
export async function crop(tag: LogtoProfile, row: Element) {
  choose(row, await aPicture());
  const isCropped = () => tag.shadowRoot!.querySelector('dialog [part~="save"]:enabled');
  await waitUntil(isCropped, 'The picture is not there.');
  await expect(tag).to.be.accessible();
  press(part(tag, 'dialog'), 'Use picture');
  await waitUntil(() => parts(tag, 'dialog').length === 0, 'The dialog is still there.');
}
