import { tellDeveloper } from '../../src/developer-hints/tell-developer.js';

const addressIn = (url: string | null | undefined) =>
  url && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI) : undefined;

/** Who smuggles a provider into the page must not get tokens sent elsewhere: another origin takes a script. */
export const ownAddress = {
  fromAttribute(url: string | null): string | undefined {
    const address = addressIn(url);
    if (!url || !address) return undefined;
    if (address.origin === self.origin) return url;
    tellDeveloper(({ foreignLayerHint }) => foreignLayerHint(url));
    return undefined;
  },
};

/** The address of a layer, without a slash at the end. */
export const layerAt = (url: string | undefined) => addressIn(url)?.href.replace(/\/+$/, '');
