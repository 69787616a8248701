import { css } from 'lit';

import { dialogSurface } from '../../src/styles/dialog.styles.js';

export const avatarCropperStyles = css`
  .avatar-cropper {
    ${dialogSurface}
    padding-block-end: 0;
    scroll-padding-block-end: 5rem;
  }
  .avatar-cropper h2 {
    margin-block-end: 0.25rem;
  }
  .avatar-cropper p {
    margin: 0 0 0.75rem;
  }
  .avatar-cropper p:empty {
    margin: 0;
  }

  .avatar-cropper logto-crop-area {
    display: block;
    min-inline-size: 0;
    min-block-size: 0;
    inline-size: min(100%, 45dvb);
    aspect-ratio: 1;
    margin-inline: auto;
    overflow: hidden;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentColor 8%, transparent);
    cursor: grab;
    touch-action: none;
  }
  .avatar-cropper logto-crop-area:active {
    cursor: grabbing;
  }
  .avatar-cropper logto-crop-area * {
    position: absolute;
    pointer-events: none;
  }
  .avatar-cropper logto-crop-area canvas {
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  /* Lies on the picture, so its colours follow neither the page nor the user's. */
  .avatar-cropper .frame {
    inset: 8%;
    border: 2px solid #fff;
    outline: 1px solid rgb(0 0 0 / 0.4);
    box-shadow: 0 0 0 100vmax rgb(0 0 0 / 0.55);
    forced-color-adjust: none;
  }

  .avatar-cropper .controls {
    display: flex;
    align-items: center;
    gap: 1rem;
    margin-block: 0.75rem 0;
  }
  .avatar-cropper .controls canvas {
    flex: none;
    inline-size: 4.5rem;
    block-size: 4.5rem;
    border: 1px solid var(--_line);
    border-radius: 50%;
  }
  .avatar-cropper label {
    flex: 1;
    min-inline-size: 0;
  }
  .avatar-cropper input {
    display: block;
    inline-size: 100%;
    min-block-size: 1.5rem;
    margin: 0.25rem 0 0;
    accent-color: var(--_accent);
  }

  /* In reach however low the window is, a phone on its side for one. */
  .avatar-cropper .actions {
    position: sticky;
    inset-block-end: -1px;
    margin-inline: -0.25rem;
    padding: 0.75rem 0.25rem 1.25rem;
    background: inherit;
  }
`;
