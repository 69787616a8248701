/** The package's own types are out of reach: its `exports` name `default` before `types`. */
declare module 'is-animated' {
  export default function isAnimated(file: ArrayBuffer): boolean;
}
