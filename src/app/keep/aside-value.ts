/** A value that was left out when what is around it was opened. */
export interface AsideValue {
  /** As people read it: `libvirt.devices.disks[0].bus`. */
  readonly path: string
  readonly value: unknown
  readonly why: string
}
