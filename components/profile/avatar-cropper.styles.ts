import { css } from 'lit';

/** Buttons are styled through `:where()`, so that the widget's own button styles win. */
export const avatarCropperStyles = css`
  .avatar-cropper {
    --_accent: var(--logto-color-accent, AccentColor);
    --_line: color-mix(in srgb, currentColor 20%, transparent);
    --_radius: var(--logto-radius, 0.5rem);
    box-sizing: border-box;
    inline-size: min(24rem, 100% - 2rem);
    max-block-size: calc(100dvb - 2rem);
    padding: 1.25rem 1rem 0;
    overflow: auto;
    scroll-padding-block-end: 5rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--logto-color-surface, Canvas);
    color: inherit;
    font: inherit;
    text-align: start;
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.25);
  }

  .avatar-cropper::backdrop {
    background: rgb(0 0 0 / 0.5);
  }

  .avatar-cropper h2 {
    margin: 0 0 0.25rem;
    font-size: 1.125em;
    line-height: 1.3;
  }

  .avatar-cropper p {
    margin: 0 0 0.75rem;
  }

  .avatar-cropper cropper-canvas {
    display: block;
    box-sizing: border-box;
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

  .avatar-cropper cropper-canvas:active {
    cursor: grabbing;
  }

  .avatar-cropper cropper-canvas * {
    position: absolute;
    box-sizing: border-box;
    pointer-events: none;
  }

  .avatar-cropper cropper-canvas canvas {
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
    box-sizing: border-box;
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
    accent-color: var(--logto-color-accent, auto);
  }

  /* In reach however low the window is, a phone on its side for one. */
  .avatar-cropper .actions {
    position: sticky;
    inset-block-end: -1px;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.5rem;
    margin-inline: -0.25rem;
    padding: 0.75rem 0.25rem 1.25rem;
    background: inherit;
  }

  :where(.avatar-cropper button) {
    min-block-size: 2.5rem;
    padding: 0.375rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  :where(.avatar-cropper button[part='save']) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 15%, transparent);
    font-weight: 600;
  }

  :where(.avatar-cropper button:disabled) {
    opacity: 0.5;
    cursor: default;
  }

  .avatar-cropper :focus-visible {
    border-radius: var(--_radius);
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;
