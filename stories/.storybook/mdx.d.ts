declare module '*.mdx' {
  const page: () => null;
  export default page;
}
