// Placeholder until the translation is written: overwrite this file.
export const messages = {};
