import { css } from 'lit';

export const socialLinksStyles = css`
  .pictured {
    display: flex;
    gap: var(--_icon-gap);
    align-items: start;
  }
  :is([part~='logo'], [part~='picture']) {
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    margin-block-start: calc((1lh - var(--_icon-size)) / 2); /* on the first line, however many there are */
    object-fit: contain;
    flex: none;
  }
  [part~='picture'] {
    border-radius: 50%;
    object-fit: cover;
  }
  :is([part~='logo'], [part~='picture'])[hidden] {
    display: none;
  }
`;
