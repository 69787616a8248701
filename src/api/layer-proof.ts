/** The ID token of somebody who has signed in just now. A secret: in memory, and for the layer of the page's own alone. */
export interface FreshSignIn {
  readonly idToken: string;
}

/** What such a layer takes as proof: the id of a permission record, or a fresh sign-in of who cannot have one. */
export type LayerProof = string | FreshSignIn;
