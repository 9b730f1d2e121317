/** What people call a form: its code, and its version once there has been more than one. */
export const formName = ({ code, version }: { readonly code: string; readonly version: number }) =>
  version === 1 ? code : `${code}, version ${version}`;
