import CropperCanvas from '@cropper/element-canvas';
import { html, nothing, render } from 'lit';

import { keepFromTraps } from '../../src/forms/focus-traps.js';
import { Crop, readImage } from './avatar-crop.js';
import { avatarCropperStyles } from './avatar-cropper.styles.js';
import { isMoving } from './moving-picture.js';

/** The words of the dialog, in the user's language. */
interface AvatarCropperLabels {
  title: string;
  /** How to use it: drag or arrow keys to move, zoom with the slider, the wheel or two fingers. */
  description: string;
  /** Names the area in which the picture is moved. */
  area: string;
  zoom: string;
  /** Text alternative of the round preview. */
  preview: string;
  save: string;
  cancel: string;
  /** Said of a picture that moves: it becomes a still one. */
  still: string;
  /** Said instead of the picture when the browser cannot read the file. */
  unreadable: string;
}

/** How far the frame is inset in the area; the same 8 % as `.frame` in the styles. */
const inset = 0.08;
const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Under a name of ours: the page may have an element of the same library, in another version. */
class CropArea extends CropperCanvas {}

interface Gesture {
  action: string;
  scale?: number;
  startX: number;
  startY: number;
  endX: number;
  endY: number;
}

/**
 * Shows a modal dialog in the given root; gives the square picture, or `undefined` when the user cancels. `signal` closes
 * it, as if the user had.
 */
export async function cropAvatar(
  root: ShadowRoot,
  file: File,
  labels: AvatarCropperLabels,
  signal?: AbortSignal,
): Promise<File | undefined> {
  if (signal?.aborted) return undefined;
  CropArea.$define('logto-crop-area');
  const sheet = avatarCropperStyles.styleSheet!;
  const dialog = document.createElement('dialog');
  dialog.className = 'avatar-cropper';
  dialog.setAttribute('part', 'dialog');
  dialog.setAttribute('aria-labelledby', 'avatar-cropper-title');
  dialog.setAttribute('aria-describedby', 'avatar-cropper-text avatar-cropper-still');
  let crop: Crop | undefined;
  let result: File | undefined;
  let moves = false;
  /** Whether the press that is going on moves or zooms. */
  let isGesture = false;

  const show = () => {
    render(picture(), dialog);
    const [area, preview] = dialog.querySelectorAll('canvas');
    crop?.draw(area!, inset);
    crop?.draw(preview!);
  };
  const fail = () => {
    render(unreadable(), dialog);
    dialog.querySelector('button')!.focus();
  };
  const move = (x: number, y: number) => {
    crop?.move(x, y);
    show();
  };
  const zoomTo = (zoom: number) => {
    crop?.zoomTo(zoom);
    show();
  };
  const onGesture = (event: CustomEvent<Gesture>) => {
    const { action, scale = 0, startX, startY, endX, endY } = event.detail;
    const frame = (event.currentTarget as HTMLElement).clientWidth * (1 - 2 * inset);
    isGesture = true;
    if (action === 'move') move((endX - startX) / frame, (endY - startY) / frame);
    else if (crop && scale) zoomTo(crop.zoom * (scale < 0 ? 1 / (1 - scale) : 1 + scale));
    event.stopPropagation();
  };
  const onGestureEdge = (event: Event) => {
    if (event.type === 'actionstart') {
      isGesture = false;
      (event.currentTarget as HTMLElement).focus({ preventScroll: true });
    }
    event.stopPropagation(); // the library's events are composed and no business of the page
  };
  /** For who can point and not drag: what is pressed comes to the middle. */
  const onClick = ({ currentTarget, clientX, clientY }: MouseEvent) => {
    if (isGesture) return;
    const { left, top, width, height } = (currentTarget as HTMLElement).getBoundingClientRect();
    const frame = width * (1 - 2 * inset);
    move((left + width / 2 - clientX) / frame, (top + height / 2 - clientY) / frame);
  };
  const onKeydown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (!arrow) return;
    event.preventDefault();
    const step = event.shiftKey ? 0.1 : 0.02;
    move(arrow[0] * step, arrow[1] * step);
  };
  const save = async () => {
    try {
      const cut = await crop?.toFile(file);
      if (signal?.aborted) return;
      result = cut;
      dialog.close();
    } catch {
      fail();
    }
  };

  const heading = () => html`<h2 part="dialog-heading" id="avatar-cropper-title">${labels.title}</h2>`;
  const cancel = () =>
    html`<button type="button" part="cancel" @click=${() => dialog.close()}>${labels.cancel}</button>`;
  const unreadable = () => html`
    ${heading()}
    <p part="error" id="avatar-cropper-text" role="alert">${labels.unreadable}</p>
    <div class="actions">${cancel()}</div>
  `;
  const picture = () => html`
    ${heading()}
    <p id="avatar-cropper-text">${labels.description}</p>
    <p id="avatar-cropper-still" role="status">${moves ? labels.still : nothing}</p>
    <logto-crop-area
      action="move"
      tabindex="0"
      role="application"
      aria-label=${labels.area}
      aria-busy=${crop ? nothing : 'true'}
      @action=${onGesture}
      @actionstart=${onGestureEdge}
      @actionmove=${onGestureEdge}
      @actionend=${onGestureEdge}
      @click=${onClick}
      @keydown=${onKeydown}
    >
      <canvas width="704" height="704"></canvas>
      <div class="frame"></div>
    </logto-crop-area>
    <div class="controls">
      <canvas width="144" height="144" role="img" aria-label=${labels.preview}></canvas>
      <label>
        ${labels.zoom}
        <input
          type="range"
          min="1"
          max=${crop?.maxZoom ?? 1}
          step="0.05"
          .value=${String(crop?.zoom ?? 1)}
          aria-valuetext="${Math.round((crop?.zoom ?? 1) * 100)}%"
          ?disabled=${!crop || crop.maxZoom === 1}
          @input=${(event: InputEvent) => zoomTo((event.target as HTMLInputElement).valueAsNumber)}
        />
      </label>
    </div>
    <div class="actions">
      <button type="button" part="save primary" ?disabled=${!crop} @click=${save}>${labels.save}</button>
      ${cancel()}
    </div>
  `;

  const close = () => dialog.close();
  signal?.addEventListener('abort', close);
  const closed = new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  root.prepend(dialog); // before Lit's marker: what follows it, Lit clears when the widget renders another template
  show();
  const leaveToTraps = keepFromTraps(dialog, ['keydown', 'pointerdown']);
  dialog.showModal();
  const reading = Promise.all([readImage(file), isMoving(file)]).then(([image, isAnimation]) => {
    crop = new Crop(image);
    moves = isAnimation;
    show();
  });
  reading.catch(fail);
  await closed;
  leaveToTraps();
  signal?.removeEventListener('abort', close);
  dialog.remove();
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  void reading.then(
    () => crop?.image.close(),
    () => undefined,
  );
  return result;
}
