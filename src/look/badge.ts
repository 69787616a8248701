import { html } from 'lit';

/** A state in a word or two. Its color says nothing that the word does not. */
export interface Badge {
  text: string;
  tone: 'success' | 'accent' | 'warning' | 'neutral';
}

export const badge = ({ text, tone }: Badge) => html`<span part="badge" class=${tone}>${text}</span>`;
