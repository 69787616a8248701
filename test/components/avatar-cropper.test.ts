import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { render } from 'lit';

import { cropAvatar } from '../../components/profile/avatar-cropper.js';
import { waitUntil } from '../helpers/wait-until.js';

const labels = {
  title: 'Crop your picture',
  description: 'Drag the picture or use the arrow keys.',
  area: 'Picture',
  zoom: 'Zoom',
  preview: 'Preview',
  save: 'Save',
  cancel: 'Cancel',
  still: 'This picture is animated.',
  unreadable: 'This picture cannot be read.',
};

/** Red grows from left to right, green from top to bottom: a pixel tells where it was. */
async function aPicture(width: number, height: number, type = 'image/png', name = 'me.png') {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  for (const [colour, right, down] of [
    ['#f00', width, 0],
    ['#0f0', 0, height],
  ] as const) {
    const gradient = context.createLinearGradient(0, 0, right, down);
    gradient.addColorStop(0, '#000');
    gradient.addColorStop(1, colour);
    context.globalCompositeOperation = 'lighter';
    context.fillStyle = gradient;
    context.fillRect(0, 0, width, height);
  }
  return new File([await canvas.convertToBlob({ type, quality: 1 })], name, { type });
}

/** A JPEG of the camera kind: stored lying on its side, with the EXIF note to turn it clockwise. */
async function aSidewaysPhoto(width: number, height: number) {
  const jpeg = await aPicture(width, height, 'image/jpeg', 'photo.jpeg');
  const exif = [
    0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
  ];
  const segment = new Uint8Array([0xff, 0xe1, 0, exif.length + 6, ...exif, 0, 0, 0, 0]);
  const photo = new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)]);
  // In one piece, as from a disk: Firefox does not decode one of several.
  return new File([await photo.arrayBuffer()], jpeg.name, { type: jpeg.type });
}

async function pixels(file: File) {
  const image = await createImageBitmap(file);
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
  context.drawImage(image, 0, 0);
  const at = (x: number, y: number) => [
    ...context.getImageData(x * (image.width - 1), y * (image.height - 1), 1, 1).data,
  ];
  return { width: image.width, height: image.height, topLeft: at(0, 0), middle: at(0.5, 0.5), bottomRight: at(1, 1) };
}

describe('cropAvatar', () => {
  let root: ShadowRoot;
  let opener: HTMLButtonElement;
  let answer: Promise<File | undefined>;
  const part = <T extends HTMLElement>(name: string) => root.querySelector<T>(`[part~="${name}"]`);
  const dialog = () => part<HTMLDialogElement>('dialog')!;
  const area = () => root.querySelector<HTMLElement>('[role="application"]')!;
  const zoom = () => root.querySelector<HTMLInputElement>('input[type="range"]')!;

  async function open(file: File) {
    answer = cropAvatar(root, file, labels);
    const isRead = () => part('error') ?? part<HTMLButtonElement>('save')?.disabled === false;
    await waitUntil(isRead, 'The picture was not read.');
  }

  async function save() {
    part('save')!.click();
    return (await answer)!;
  }

  async function cancel() {
    part('cancel')!.click();
    expect(await answer).to.equal(undefined);
  }

  beforeEach(async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    root = host.attachShadow({ mode: 'open' });
    opener = document.createElement('button');
    opener.textContent = 'Change';
    root.append(opener);
    opener.focus();
  });

  const described = () =>
    dialog()
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => root.getElementById(id)!.textContent?.trim())
      .join(' ')
      .trim();

  it('registers no element name that the page could use', async () => {
    await open(await aPicture(10, 10));
    expect(area().localName).to.equal('logto-crop-area');
    expect(customElements.get('cropper-canvas')).to.equal(undefined);
  });

  it('opens a labeled modal dialog with the focus on the picture', async () => {
    await open(await aPicture(300, 200));
    expect(dialog().matches(':modal')).to.equal(true);
    expect(root.getElementById(dialog().getAttribute('aria-labelledby')!)).to.have.text(labels.title);
    expect(described()).to.equal(labels.description);
    expect(root.activeElement).to.equal(area());
    await expect(dialog()).to.be.accessible();
    await cancel();
  });

  it('returns the center square, at most 512 pixels wide, as PNG if the source may be transparent', async () => {
    await open(await aPicture(1200, 900));
    const file = await save();
    expect([file.name, file.type]).to.deep.equal(['avatar.png', 'image/png']);
    const { width, height, topLeft, middle, bottomRight } = await pixels(file);
    expect([width, height]).to.deep.equal([512, 512]);
    expect(topLeft[0]).to.be.closeTo(32, 3);
    expect(topLeft[1]).to.be.closeTo(0, 3);
    expect(middle[0]).to.be.closeTo(128, 3);
    expect(bottomRight[0]).to.be.closeTo(223, 3);
    expect(bottomRight[1]).to.be.closeTo(255, 3);
  });

  it('returns a JPEG for a JPEG, not enlarged, without the name of the user’s file', async () => {
    await open(await aPicture(200, 300, 'image/jpeg', 'holiday.photo.JPEG'));
    const file = await save();
    expect([file.name, file.type]).to.deep.equal(['avatar.jpg', 'image/jpeg']);
    expect((await pixels(file)).width).to.equal(200);
  });

  it('rotates a photo according to its EXIF data', async () => {
    await open(await aSidewaysPhoto(400, 300));
    const { topLeft } = await pixels(await save());
    expect(topLeft[0]).to.be.closeTo(32, 4); // upright, it is 300 × 400: red runs downwards, green to the left
    expect(topLeft[1]).to.be.closeTo(255, 4);
  });

  it('keeps transparent pixels transparent', async () => {
    const blank = new OffscreenCanvas(40, 40);
    blank.getContext('2d');
    await open(new File([await blank.convertToBlob()], 'blank.png', { type: 'image/png' }));
    expect((await pixels(await save())).middle[3]).to.equal(0);
  });

  it('accepts a picture that is far larger than needed', async () => {
    await open(await aPicture(5000, 3000, 'image/jpeg', 'large.jpg'));
    const { width, middle } = await pixels(await save());
    expect(width).to.equal(512);
    expect(middle[0]).to.be.closeTo(128, 3);
  });

  it('moves the picture with the arrow keys, but never beyond its edge', async () => {
    await open(await aPicture(1200, 600));
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ up: 'Shift' });
    const moved = await pixels(await save());
    expect(moved.middle[0]).to.be.closeTo(127 - 0.12 * 127, 3); // 12 % of the frame, which is half the picture

    await open(await aPicture(1200, 600));
    await sendKeys({ down: 'Shift' });
    for (let presses = 0; presses < 7; presses += 1) await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ up: 'Shift' });
    expect((await pixels(await save())).bottomRight[0]).to.be.closeTo(255, 3);
  });

  it('moves the picture by dragging, without any event reaching the page', async () => {
    const heard: string[] = [];
    const listen = ({ type }: Event) => heard.push(type);
    for (const type of ['action', 'actionstart', 'actionmove', 'actionend']) document.addEventListener(type, listen);
    await open(await aPicture(1200, 600));
    const { x, y, width, height } = area().getBoundingClientRect();
    const [left, top] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'move', position: [left, top] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [left - 60, top] });
    await sendMouse({ type: 'up' });
    expect((await pixels(await save())).middle[0]).to.be.closeTo(127 + (60 / (width * 0.84)) * 127, 3);
    expect(heard).to.deep.equal([]);
  });

  it('zooms with the slider and the wheel, and announces the zoom level', async () => {
    await open(await aPicture(600, 600));
    expect(zoom().labels![0]).to.contain.text(labels.zoom);
    zoom().focus();
    await sendKeys({ press: 'End' });
    expect(zoom().getAttribute('aria-valuetext')).to.equal('400%');
    area().dispatchEvent(new WheelEvent('wheel', { deltaY: 100, cancelable: true }));
    expect(zoom().getAttribute('aria-valuetext')).to.equal('364%');
    await sendKeys({ press: 'End' });
    const { width, topLeft } = await pixels(await save());
    expect(width).to.equal(150);
    expect(topLeft[0]).to.be.closeTo(96, 3);
  });

  it('offers no zoom if the picture is too small', async () => {
    await open(await aPicture(100, 100));
    expect(zoom().disabled).to.equal(true);
    await cancel();
  });

  for (const how of ['Escape', 'cancel']) {
    it(`returns nothing, restores the focus and cleans up after ${how}`, async () => {
      const sheets = root.adoptedStyleSheets.length;
      await open(await aPicture(300, 200));
      expect(root.adoptedStyleSheets.length).to.equal(sheets + 1);
      if (how === 'Escape') await sendKeys({ press: 'Escape' });
      else part('cancel')!.click();
      expect(await answer).to.equal(undefined);
      expect(root.activeElement).to.equal(opener);
      expect([...root.children]).to.deep.equal([opener]);
      expect(root.adoptedStyleSheets.length).to.equal(sheets);
    });
  }

  it('keeps Tab and Shift+Tab within the dialog', async () => {
    const after = document.createElement('button');
    root.append(after);
    await open(await aPicture(300, 200));
    const met = new Set<Element>();
    const press = async () => {
      await sendKeys({ press: 'Tab' });
      if (root.activeElement) met.add(root.activeElement);
    };
    for (let presses = 0; presses < 6; presses += 1) await press();
    await sendKeys({ down: 'Shift' });
    for (let presses = 0; presses < 6; presses += 1) await press();
    await sendKeys({ up: 'Shift' });
    expect([...met].filter((element) => !dialog().contains(element))).to.deep.equal([]);
    expect(met, 'the picture, the slider and both buttons').to.have.property('size', 4);
    await cancel();
  });

  it('stays open when the element renders again', async () => {
    opener.remove();
    render(html`<p>Loading</p>`, root);
    await open(await aPicture(300, 200));
    render(html`<h2>Profile</h2>`, root);
    expect(dialog().matches(':modal')).to.equal(true);
    await cancel();
  });

  it('can be canceled while the picture is being read', async () => {
    answer = cropAvatar(root, await aPicture(300, 200), labels);
    await cancel();
  });

  it('says that the file is not a picture, and offers only Cancel', async () => {
    await open(new File(['hello'], 'me.png', { type: 'image/png' }));
    expect(part('error')).to.have.text(labels.unreadable);
    expect(part('error')).to.have.attribute('role', 'alert');
    expect(part('save')).to.equal(null);
    expect(root.activeElement).to.equal(part('cancel'));
    await expect(dialog()).to.be.accessible();
    await cancel();
  });

  it('accepts whatever the browser can display, regardless of the file’s type label and size', async () => {
    const png = await aPicture(300, 200);
    const labelled = (type: string, name: string) => new File([png], name, { type });
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>';
    for (const file of [
      labelled('', 'me'),
      labelled('image/x-png', 'me.png'),
      labelled('text/plain', 'me.txt'),
      new File([png, new Uint8Array(22 * 1024 * 1024)], 'large.png', { type: 'image/png' }),
      new File([drawing], 'me.svg', { type: 'image/svg+xml' }),
    ]) {
      await open(file);
      expect(part('error'), file.type).to.equal(null);
      expect((await save()).size, file.type).to.be.greaterThan(0);
    }
  });

  for (const [width, height] of [
    [1, 1],
    [20_000, 10],
    [10, 20_000],
  ] as const)
    it(`returns the center of a picture of ${width} × ${height} pixels`, async () => {
      await open(await aPicture(width, height));
      const { width: side, middle } = await pixels(await save());
      expect(side).to.equal(Math.min(width, height));
      expect(middle[0]).to.be.closeTo(128, 20);
    });

  it('says that an animated picture will become a still, and only if it is animated', async () => {
    const frame = '2c000000000100010000020244010021f90400000000002c0000000001000100000202440100';
    const gif = (frames: string) => `47494638396101000100800000000000ffffff${frames}3b`;
    const still = gif('2c00000000010001000002024401003b'.slice(0, -2));
    for (const [hex, says] of [
      [gif(frame), `${labels.description} ${labels.still}`],
      [still, labels.description],
    ] as const) {
      const bytes = Uint8Array.from(hex.match(/../g)!, (byte) => parseInt(byte, 16));
      await open(new File([bytes], 'wave.gif', { type: 'image/gif' }));
      expect(described()).to.equal(says);
      await expect(dialog()).to.be.accessible();
      await cancel();
    }
  });

  it('uses neither object URLs nor inline styles, which the page’s CSP may forbid', async () => {
    const { createObjectURL } = URL;
    let urls = 0;
    URL.createObjectURL = (source) => ((urls += 1), createObjectURL.call(URL, source));
    await open(await aPicture(300, 200));
    URL.createObjectURL = createObjectURL;
    expect(urls).to.equal(0);
    expect(root.querySelector('style, img')).to.equal(null);
    await cancel();
  });
});
