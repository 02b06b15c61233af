/** The way by hand for what a VirtualMachine has no field for. */
export const byPlugin =
  'The administrator can write a Plugin with a domain hook (gate Plugins), or a hook sidecar before 1.9 (gate Sidecar).'
