/** How a story looks: the page around it, as Storybook's toolbars set it, and the viewport. */
export interface Look {
  name: string;
  globals: Record<'scheme' | 'language' | 'text', string>;
  width: number;
  /** Pictures are kept at half their size: large text can be read in them all the same. */
  isHalved: boolean;
}

/** The looks in which every story has to be accessible, and as it was. */
export const looks: Look[] = [
  { name: 'wide', globals: { scheme: 'light', language: 'en', text: '100' }, width: 900, isHalved: false },
  { name: 'narrow dark Arabic', globals: { scheme: 'dark', language: 'ar', text: '100' }, width: 375, isHalved: false },
  { name: 'large text German', globals: { scheme: 'light', language: 'de', text: '200' }, width: 720, isHalved: true },
];
