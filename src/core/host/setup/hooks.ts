/** Hooks of libvirt that take the only graphics card from the host at the start of a guest, and give it back. */
import type { Domain } from '../../domain/index.ts'
import { shellWord } from '../../text/index.ts'
import type { HostFacts } from '../facts.ts'
import { pciKind } from '../pci-kind.ts'
import type { PassedDevices } from './passed-devices.ts'
import type { SetupStep } from './step.ts'

/** Modules of NVIDIA's driver, in the order in which they can be unloaded. */
const nvidia = ['nvidia_drm', 'nvidia_modeset', 'nvidia_uvm', 'nvidia']

/** @returns undefined when the host keeps a card */
export function singleGpuStep(
  facts: HostFacts | undefined,
  domain: Domain,
  passed: PassedDevices,
): SetupStep | undefined {
  if (!passed.onlyGpu) return undefined
  const name = domain.name ?? 'guest'
  const path = `/etc/libvirt/hooks/qemu.d/${fileName(name)}`
  const session = (facts?.connection ?? 'session') === 'session'
  const note = session ? ' Hooks run for qemu:///system alone: define the VM there.' : ''
  return {
    id: 'single-gpu-hooks',
    title: 'Hooks that free the only graphics card',
    why: `The card is the host’s only one: its desktop has to end before the guest starts, and to come back after it. You are logged out; keep SSH at hand for the first try.${note}`,
    addresses: passed.devices
      .filter((device) => pciKind(device.class_code) === 'gpu')
      .map(({ address }) => address),
    files: [{ path, content: script(name, passed), mode: '0755' }],
    commands: ['systemctl restart libvirtd || systemctl restart virtqemud'],
  }
}

/**
 * libvirt takes the card by itself after this (`managed`), and a hook must not call libvirt.
 * libvirt runs every file of qemu.d with the name of the guest, the operation and its step (6.5.0).
 */
function script(name: string, passed: PassedDevices): string {
  const cards = passed.devices.filter((device) => pciKind(device.class_code) === 'gpu')
  const vendor = cards[0]?.vendor_id
  const driver = cards[0]?.driver
  const modules =
    vendor === '10de'
      ? driver === 'nouveau'
        ? ['nouveau']
        : nvidia
      : vendor === '1002'
        ? ['amdgpu']
        : ['i915']
  return `#!/bin/sh
# Written by vmwright: frees the host's only graphics card for one guest.
guest=${shellWord(name)}
[ "$1" = "$guest" ] || exit 0

free_consoles() {
  for console in /sys/class/vtconsole/vtcon*; do
    grep -q 'frame buffer' "$console/name" && echo 0 > "$console/bind"
  done
  for framebuffer in efi-framebuffer.0 simple-framebuffer.0; do
    echo "$framebuffer" > "/sys/bus/platform/drivers/\${framebuffer%.0}/unbind" 2>/dev/null
  done
}

take_consoles() {
  for console in /sys/class/vtconsole/vtcon*; do
    grep -q 'frame buffer' "$console/name" && echo 1 > "$console/bind"
  done
}

case "$2/$3" in
  prepare/begin)
    systemctl stop display-manager.service
    free_consoles
    for module in ${modules.join(' ')} snd_hda_intel; do modprobe -r "$module"; done
    modprobe vfio-pci
    ;;
  release/end)
    modprobe -r vfio-pci
    modprobe -a ${[...modules].reverse().join(' ')} snd_hda_intel
    take_consoles
    systemctl start display-manager.service
    ;;
esac
exit 0
`
}

/** The name of a guest as the name of a file. */
function fileName(name: string): string {
  return `vmwright-${name.replace(/[^\w.-]/g, '_')}`
}
