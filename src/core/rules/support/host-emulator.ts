/** The QEMU of the host that the guest would run on. */
import type { HostEmulator } from '../../host/index.ts'
import type { RuleContext } from './rule.ts'

/** What the host says of the QEMU for the guest's architecture; undefined when it says nothing. */
export function emulatorOf({ host, domain }: RuleContext): HostEmulator | undefined {
  return host?.emulators?.find(({ arch }) => arch === domain.os?.arch)
}
