import { tellDeveloper } from '../../src/developer-hints/tell-developer.js';

/** Who smuggles a provider into the page must not get tokens sent elsewhere: another origin takes a script. */
export const ownAddress = {
  fromAttribute(url: string | null): string | undefined {
    if (!url || !URL.canParse(url, document.baseURI)) return undefined;
    if (new URL(url, document.baseURI).origin === self.origin) return url;
    tellDeveloper(({ foreignLayerHint }) => foreignLayerHint(url));
    return undefined;
  },
};

/** The address of a layer, without a slash at the end. */
export const layerAt = (url: string | undefined) =>
  url && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href.replace(/\/+$/, '') : undefined;
