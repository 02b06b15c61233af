/** What VMware says of the hardware beside its items: `vmw:Config`, by the keys of vSphere's VirtualMachineConfigSpec. */
import type { XmlElement } from '../../xml/index.ts'
import { childrenOf, type DesktopMachine, said } from '../desktop/index.ts'

export function readConfig(hardware: XmlElement, machine: DesktopMachine): void {
  const settings = [...childrenOf(hardware, 'Config'), ...childrenOf(hardware, 'ExtraConfig')]
  const isTrue = (...keys: readonly string[]) =>
    settings.some(
      (one) => keys.includes(said(one, 'key') ?? '') && said(one, 'value')?.toLowerCase() === 'true',
    )
  const isEfi = settings.some((one) => said(one, 'key') === 'firmware' && said(one, 'value') === 'efi')
  const isSecure = isTrue('bootOptions.efiSecureBootEnabled', 'uefi.secureBoot.enabled')
  machine.firmware = isEfi ? (isSecure ? 'uefi-secure' : 'uefi-insecure') : 'bios'
  machine.isNested = isTrue('nestedHVEnabled')
}
