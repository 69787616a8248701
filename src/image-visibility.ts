/** For pictures from elsewhere: one that does not load leaves no broken frame, and another one after it is shown. */
export const hideBroken = ({ currentTarget }: Event) => ((currentTarget as HTMLImageElement).hidden = true);
export const showLoaded = ({ currentTarget }: Event) => ((currentTarget as HTMLImageElement).hidden = false);
