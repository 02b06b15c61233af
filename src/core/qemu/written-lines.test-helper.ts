/** What the tests of the command line share: a Domain without a design around it. */
import type { Domain } from '../domain/index.ts'
import type { Finding } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { argvOf, renderArgv } from './index.ts'

const stateDir = '/var/vms/vm'

/** A Domain as resolve leaves it, of which only what a test is about has to be said. */
export function resolvedOf(domain: Domain, host: HostFacts = {}): Resolved {
  return {
    design: { name: 'vm', spec: {} },
    host,
    paths: {
      stateDir,
      disk: `${stateDir}/disk.qcow2`,
      seed: `${stateDir}/seed.iso`,
      nvram: `${stateDir}/vm_VARS.fd`,
    },
    target: 'qemu',
    domain: {
      type: 'kvm',
      name: 'vm',
      memory: { value: '2 GiB' },
      vcpu: { value: 2 },
      cpu: { mode: 'host-passthrough' },
      ...domain,
      os: { arch: 'x86_64', machine: 'q35', ...domain.os },
      features: { acpi: true, ...domain.features },
    },
    notes: [],
    guestWords: [],
    origins: [],
    findings: [],
    directories: [stateDir],
    newDisks: [],
    installation: undefined,
  }
}

/** Options and values in one text each: `-device virtio-net-pci,id=nic0`. */
export function written(domain: Domain, host?: HostFacts): string[] {
  return renderArgv(resolvedOf(domain, host)).arguments.map(({ option, value }) =>
    value === undefined ? option : `${option} ${value}`,
  )
}

/** What is written with these devices and not without them. */
export function devicesWritten(devices: NonNullable<Domain['devices']>, domain: Domain = {}): string[] {
  const without = new Set(written(domain))
  return written({ ...domain, devices }).filter((one) => !without.has(one))
}

/** Codes and places of what was found. */
export function found(domain: Domain, host?: HostFacts): string[] {
  return renderArgv(resolvedOf(domain, host)).findings.map(
    ({ code, path }: Finding) => `${code} ${path.slice(1).join('.')}`,
  )
}

/** One line an argument, as expected outputs hold it. */
export function argvText(resolved: Resolved): string {
  return `${argvOf(renderArgv(resolved)).join('\n')}\n`
}
