/**
 * What the host must do before a design can start, as texts to copy. Sources: Documentation/driver-api/vfio.rst and
 * kernel-parameters.txt of Linux; mkinitcpio(8), dracut.conf(5), initramfs-tools(7), kernel-install(8); the Arch wiki's
 * "PCI passthrough via OVMF"; libvirt's hooks (https://libvirt.org/hooks.html).
 */
import type { Domain } from '../domain/index.ts'
import type { HostFacts } from './facts.ts'
import { hugePages } from './hugepages.ts'
import { initramfsStep, vfioBindStep } from './setup/bind.ts'
import { singleGpuStep } from './setup/hooks.ts'
import { kernelStep } from './setup/kernel.ts'
import { lookingGlassStep } from './setup/looking-glass.ts'
import { nestedStep } from './setup/nested.ts'
import { hugePagesStep, mdevSteps, rebootStep, sriovSteps } from './setup/other-steps.ts'
import { passedDevices } from './setup/passed-devices.ts'
import { bridgeStep, memoryLockStep, usbAccessStep } from './setup/session.ts'
import type { SetupStep } from './setup/step.ts'
import { vbiosStep } from './setup/vbios.ts'

export type { SetupFile, SetupStep } from './setup/step.ts'

/**
 * The steps for a design on a host, in the order in which they are done. Distribution and boot loader are those of the
 * host; when they are not known, each step names the ways.
 * @param domain the resolved domain
 * @returns empty when the design needs nothing of the host
 */
export function hostSetup(facts: HostFacts | undefined, domain: Domain): readonly SetupStep[] {
  const passed = passedDevices(facts, domain)
  const pages = hugePages(facts, domain)
  const bind = vfioBindStep(facts, passed)
  const steps = [
    kernelStep(facts, passed, pages),
    bind,
    bind === undefined ? undefined : initramfsStep(facts, passed),
    singleGpuStep(facts, domain, passed),
    vbiosStep(facts, domain),
    nestedStep(facts, domain),
    pages === undefined ? undefined : hugePagesStep(pages),
    ...sriovSteps(facts, passed),
    ...mdevSteps(facts, domain),
    bridgeStep(facts, domain),
    memoryLockStep(facts, domain, passed),
    usbAccessStep(facts, domain),
    lookingGlassStep(facts, domain),
  ].filter((step) => step !== undefined)
  const reboot = rebootStep(steps)
  return reboot === undefined ? steps : [...steps, reboot]
}
