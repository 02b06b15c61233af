/** The objects of a VM, made of what was said. */
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { isLabel } from '../../labels.ts'
import { architectureOf } from '../families/machine.ts'
import { seedSecret } from '../families/seed.ts'
import { putBack } from '../own-words.ts'
import { given } from '../words/tree.ts'
import type { Writing } from '../writing.ts'
import { folderClaims } from './administrator.ts'

const managed = { 'app.kubernetes.io/managed-by': 'vmwright' }

export function machineObject(writing: Writing): UnknownRecord {
  const { name, resolved, said, devices, networks, volumes, templates } = writing
  const { description } = resolved.domain
  const hostname = resolved.design.spec.cloud_init?.hostname
  const vm: UnknownRecord = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: {
      name,
      labels: managed,
      ...(description === undefined || description === '' ? {} : { annotations: { description } }),
    },
    spec: {
      runStrategy: resolved.design.spec.autostart === true ? 'Always' : 'Manual',
      ...(templates.length === 0 ? {} : { dataVolumeTemplates: templates }),
      template: {
        metadata: { labels: { 'kubevirt.io/vm': name } },
        spec: {
          ...given('architecture', architectureOf(writing)),
          ...(hostname !== undefined && isLabel(hostname) ? { hostname } : {}),
          domain: { ...said, devices },
          ...(networks.length === 0 ? {} : { networks }),
          ...(volumes.length === 0 ? {} : { volumes }),
        },
      },
    },
  }
  const whole = writing.own.reduce<unknown>((held, { way, value }) => putBack(held, way, value), vm)
  return isRecord(whole) ? whole : vm
}

/** All that goes into the VM's namespace, in the order in which it is applied. */
export function namespaceObjects(writing: Writing, vm: UnknownRecord): UnknownRecord[] {
  const secret = seedSecret(writing)
  const service = serviceObject(writing)
  return [
    ...(secret === undefined ? [] : [secret]),
    ...folderClaims(writing),
    vm,
    ...(service === undefined ? [] : [service]),
  ]
}

export function serviceObject({ name, ports }: Writing): UnknownRecord | undefined {
  if (ports.length === 0) return undefined
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { type: 'NodePort', selector: { 'kubevirt.io/vm': name }, ports },
  }
}
