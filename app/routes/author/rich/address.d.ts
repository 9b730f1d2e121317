/** Made by `scripts/chunk-address.ts`. */
declare module "*?address" {
  const address: string;
  export default address;
}
