/** For what has to be unique in a page, whatever else is there; no secret. */
export const uniqueId = () => `logto-${Math.random().toString(36).slice(2, 10)}`;
