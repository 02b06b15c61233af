/** Feature gates of KubeVirt 1.9.0 (pkg/virt-config/featuregate): what is off until the administrator names it. */
import type { Finding } from '../../../finding.ts'
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { heldAt } from '../words/tree.ts'

interface Gate {
  readonly name: string
  readonly stage: 'alpha' | 'beta'
  readonly what: string
  /** What of the VM needs it, given `spec.template.spec`. */
  readonly isNeeded: (template: unknown) => boolean
}

const devices = (template: unknown, key: string) => heldAt(template, ['domain', 'devices', key])
const items = (held: unknown): readonly unknown[] => (Array.isArray(held) ? held : [])
const volumes = (template: unknown) => items(heldAt(template, ['volumes']))

const gates: readonly Gate[] = [
  {
    name: 'HostDevices',
    stage: 'alpha',
    what: 'host devices',
    isNeeded: (template) => items(devices(template, 'hostDevices')).length > 0,
  },
  {
    name: 'HostDisk',
    stage: 'alpha',
    what: 'disks in files of a node',
    isNeeded: (template) => volumes(template).some((one) => isRecord(one) && one['hostDisk'] !== undefined),
  },
  {
    name: 'CPUManager',
    stage: 'alpha',
    what: 'CPUs of the VM’s own',
    isNeeded: (template) => heldAt(template, ['domain', 'cpu', 'dedicatedCpuPlacement']) === true,
  },
  {
    name: 'EnableVirtioFsStorageVolumes',
    stage: 'alpha',
    what: 'shares by virtiofs',
    isNeeded: (template) => items(devices(template, 'filesystems')).length > 0,
  },
  {
    name: 'VSOCK',
    stage: 'alpha',
    what: 'vsock',
    isNeeded: (template) => devices(template, 'autoattachVSOCK') === true,
  },
  {
    name: 'DownwardMetrics',
    stage: 'alpha',
    what: 'metrics of the node for the guest',
    isNeeded: (template) => devices(template, 'downwardMetrics') !== undefined,
  },
  {
    name: 'RebootPolicy',
    stage: 'beta',
    what: 'what follows a reboot',
    isNeeded: (template) => heldAt(template, ['domain', 'rebootPolicy']) !== undefined,
  },
  {
    name: 'WorkloadEncryptionSEV',
    stage: 'beta',
    what: 'memory encrypted by SEV',
    isNeeded: (template) => heldAt(template, ['domain', 'launchSecurity', 'sev']) !== undefined,
  },
  {
    name: 'WorkloadEncryptionTDX',
    stage: 'alpha',
    what: 'memory encrypted by TDX',
    isNeeded: (template) => heldAt(template, ['domain', 'launchSecurity', 'tdx']) !== undefined,
  },
  {
    name: 'DeclarativeHotplugVolumes',
    stage: 'beta',
    what: 'an empty CD drive',
    isNeeded: (template) => {
      const named = new Set(volumes(template).map((one) => heldAt(one, ['name'])))
      return items(devices(template, 'disks')).some((one) => !named.has(heldAt(one, ['name'])))
    },
  },
]

function needed(vm: UnknownRecord): Gate[] {
  const template = heldAt(vm, ['spec', 'template', 'spec'])
  return gates.filter(({ isNeeded }) => isNeeded(template))
}

/** Those that the administrator has to name. */
export function closedGates(vm: UnknownRecord): string[] {
  return needed(vm).flatMap(({ name, stage }) => (stage === 'alpha' ? [name] : []))
}

export function gateFindings(vm: UnknownRecord): Finding[] {
  return needed(vm).map(({ name, stage, what }): Finding => {
    const message =
      stage === 'alpha'
        ? `The feature gate ${name} is needed for ${what}, and is off until the administrator names it (administrator.yaml).`
        : `The feature gate ${name} is needed for ${what}. It is on in KubeVirt 1.9 unless the administrator took it away, and off before.`
    const severity = stage === 'alpha' ? 'warning' : 'advice'
    return { code: 'kubevirt.gate', severity, path: [], message, target: 'kubevirt' }
  })
}
