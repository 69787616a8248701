import { css } from 'lit';

export const profileStyles = css`
  [part~='avatar'] {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 4rem;
    block-size: 4rem;
    border-radius: 50%;
    overflow: hidden;
    background: color-mix(in oklab, var(--_accent) 18%, transparent);
    font-size: 1.5rem;
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
  [part~='status'] {
    color: var(--_muted);
  }
  [part~='status']::before {
    content: '✓ ';
  }
`;
