import { css } from 'lit';

/** A circle of `--_avatar`, which whatever shows one sets. */
export const avatarStyles = css`
  [part~='avatar'] {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
    border-radius: 50%;
    overflow: hidden;
    background: color-mix(in oklab, var(--_accent) 18%, transparent);
    font-size: calc(var(--_avatar) * 0.375);
    font-weight: 550;
  }
  [part~='avatar'] img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  [part~='avatar'] img[hidden] {
    display: none;
  }
`;
