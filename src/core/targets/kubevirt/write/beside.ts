/** What of a design is beside its machine, and what becomes of it on KubeVirt. */
import type { Finding } from '../../../finding.ts'
import { isSecret, sensitiveThings } from '../../../link/index.ts'
import type { Design } from '../../../spec/index.ts'
import { beyondMachine } from '../../beyond-machine.ts'
import type { Lack } from '../../lacks.ts'

const nothing = 'Nothing is to be done.'

export function lacksBeside(design: Design): Lack[] {
  const { ssh, backend, snapshot = [], installer, libvirt } = design.spec
  const lacks = [...beyondMachine(design), ...sourceLacks(design)]
  if (installer !== undefined)
    lacks.push({
      path: ['installer'],
      message:
        'CDs are uploaded as they are: nothing is fetched or answered there, and no kernel is taken out of one.',
      byHand: 'Run create.sh where the ISO is; or install with the bundle, and upload the disk.',
      inPart: true,
    })
  for (const index of snapshot.keys())
    lacks.push({
      path: ['snapshot', index],
      message: 'A snapshot is an object of its own, made of a VM that is there.',
      byHand: 'Apply a VirtualMachineSnapshot (snapshot.kubevirt.io/v1beta1) whose source is this VM.',
    })
  if (ssh?.port_auto !== undefined)
    lacks.push({
      path: ['ssh', 'port_auto'],
      message: 'The cluster gives the Service a port; create.sh looks for none.',
      byHand: 'Say a port in ssh.port, and look the node’s port up: kubectl get service.',
      inPart: true,
    })
  if (libvirt?.memory_unit !== undefined)
    lacks.push({
      path: ['libvirt', 'memory_unit'],
      message: 'Memory is said in the units of Kubernetes.',
      byHand: nothing,
      severity: 'advice',
    })
  if (backend !== undefined)
    lacks.push({
      path: ['backend'],
      message: 'KubeVirt runs its VMs by libvirt, in a pod.',
      byHand: nothing,
      severity: 'advice',
    })
  return lacks
}

function sourceLacks({ spec: { source } }: Design): Lack[] {
  if (source === undefined || source.kind === 'imported') return []
  if (source.kind !== 'cloud_image')
    return [
      {
        path: ['source'],
        message: 'No object of KubeVirt makes this disk.',
        byHand: 'Make it with create.sh of the bundle, then run this create.sh, which uploads it.',
      },
    ]
  const lacks: Lack[] = []
  for (const key of ['checksum', 'checksum_url'] as const)
    if (source[key] !== undefined)
      lacks.push({
        path: ['source', key],
        message: 'A template of the VM says no checksum: the image is taken as it comes.',
        byHand: 'Make the DataVolume by itself, with source.http.checksum (CDI 1.66).',
      })
  if (source.cache !== undefined)
    lacks.push({
      path: ['source', 'cache'],
      message: 'The cluster fetches the image itself.',
      byHand: nothing,
      severity: 'advice',
    })
  return lacks
}

/** Of what stands in the manifest: most of a design does not. */
export function secretFindings({ spec: { source, cloud_init, libvirt } }: Design): Finding[] {
  const { description, $rest } = libvirt ?? {}
  return sensitiveThings({ source, cloud_init, libvirt: { description, $rest } })
    .filter(isSecret)
    .map(({ what, shown, path }): Finding => {
      const message = `${what}, ${shown}: it stands in vm.yaml in plain text, and in the cluster where whoever may read its Secrets sees it. Keep the file to yourself.`
      return { code: 'kubevirt.secret', severity: 'warning', path, message, target: 'kubevirt' }
    })
}
