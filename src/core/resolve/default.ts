import type { GuestSystem } from '../systems/index.ts'

/** A value that resolve says where the author says none. */
export interface Default<Of> {
  /** Its place in the Domain and below `libvirt`, or in the device: `vcpu.placement`. */
  readonly at: string
  /** What it is, for a device in a guest with that system; undefined where there is none. Written as a method so that one of any device is a `Default<unknown>`. */
  value(of: Of, system?: GuestSystem): unknown
  /** In a few words; without it the last key and the value: `on_reboot restart`. */
  readonly what?: string | ((of: Of) => string)
  /** Why that is a good choice; without it there is no note. */
  readonly why?: string | ((of: Of) => string)
  /** True when it follows from the system that runs in the VM. */
  readonly ofGuest?: true
  /** How the author says otherwise; without it `Set libvirt.on_reboot.` */
  readonly otherwise?: string
}
