/** Which processors a guest can have on the host that is known; why not, for those that it can't have. */

import type { HostFacts } from '../../core.ts'
import { t } from '../../words/index.ts'

export type CpuMode = 'host-passthrough' | 'host-model' | 'maximum' | 'custom'

/** What of the guest decides. */
export interface GuestKind {
  readonly arch: string | undefined
  /** `kvm`, or `qemu` for emulation. */
  readonly type: string | undefined
}

/** What `virsh domcapabilities` says for the guest's architecture. */
function emulatorFor(host: HostFacts | undefined, guest: GuestKind) {
  const arch = guest.arch ?? host?.arch
  return host?.emulators?.find((emulator) => emulator.arch === arch)
}

/** Why a mode can't be: the host's own processor needs KVM. */
export function whyNotMode(host: HostFacts | undefined, guest: GuestKind, mode: CpuMode): string | undefined {
  if (mode !== 'host-passthrough') return undefined
  if (guest.type === 'qemu') return t`Needs KVM, and this guest is emulated.`
  const { arch } = guest
  if (host?.arch !== undefined && arch !== undefined && host.arch !== arch)
    return t`Needs a guest of the host’s architecture, ${host.arch}; this one is ${arch}.`
  return host?.kvm === false ? t`Needs KVM, which can’t be used on this host.` : undefined
}

/** One name of a CPU model, with why it can't be. */
export interface ModelChoice {
  readonly value: string
  readonly description?: string | undefined
  readonly disabledReason?: string | undefined
}

/**
 * The models to choose from: the usual ones, then the others that run on this host. What does not run there stays, with
 * the reason; emulated guests can have any.
 */
export function modelChoices(
  usual: readonly ModelChoice[],
  host: HostFacts | undefined,
  guest: GuestKind,
): readonly ModelChoice[] {
  const usable = emulatorFor(host, guest)?.cpu_models
  if (usable === undefined) return usual
  const runs = new Set(usable)
  const named = new Set(usual.map(({ value }) => value))
  const reason = guest.type === 'qemu' ? undefined : t`Does not run on this host’s processor`
  return [
    ...usual.map((choice) => (runs.has(choice.value) ? choice : { ...choice, disabledReason: reason })),
    ...usable.filter((model) => !named.has(model)).map((value) => ({ value })),
  ]
}
