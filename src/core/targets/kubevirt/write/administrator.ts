/** What the administrator of the cluster has to do before: objects that belong to nobody's namespace. */
import type { UnknownRecord } from '../../../table/index.ts'
import type { Permitted, Writing } from '../writing.ts'

export function administratorObjects(writing: Writing, gates: readonly string[]): UnknownRecord[] {
  const configuration = {
    ...(gates.length === 0 ? {} : { developerConfiguration: { featureGates: gates } }),
    ...permittedOf(writing.permitted),
  }
  const cluster: UnknownRecord = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt', namespace: 'kubevirt' },
    spec: { configuration },
  }
  return [
    ...(Object.keys(configuration).length === 0 ? [] : [cluster]),
    ...[...writing.bridges].map(attachment),
    ...[...writing.folders].flatMap(([claim, path]) =>
      path.startsWith('/') ? [folderVolume(claim, path)] : [],
    ),
  ]
}

/** Devices whose ids nobody knows are left to the administrator. */
function permittedOf(permitted: readonly Permitted[]): UnknownRecord {
  const ofKind = (kind: Permitted['kind'], item: (selector: string, resource: string) => UnknownRecord) =>
    permitted.flatMap((one) =>
      one.kind === kind && one.selector !== undefined ? [item(one.selector, one.resource)] : [],
    )
  const pci = ofKind('pci', (pciVendorSelector, resourceName) => ({ pciVendorSelector, resourceName }))
  const mdev = ofKind('mdev', (mdevNameSelector, resourceName) => ({ mdevNameSelector, resourceName }))
  const usb = ofKind('usb', (selector, resourceName) => {
    const [vendor = '', product = ''] = selector.split(':')
    return { resourceName, selectors: [{ vendor, product }] }
  })
  const lists = {
    ...(pci.length === 0 ? {} : { pciHostDevices: pci }),
    ...(mdev.length === 0 ? {} : { mediatedDevices: mdev }),
    ...(usb.length === 0 ? {} : { usb }),
  }
  return Object.keys(lists).length === 0 ? {} : { permittedHostDevices: lists }
}

/** The configuration of CNI is a text of JSON. */
function attachment([name, bridge]: readonly [string, string]): UnknownRecord {
  return {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: { name },
    spec: { config: JSON.stringify({ cniVersion: '0.3.1', type: 'bridge', bridge }) },
  }
}

/** A directory of a node as a volume, for the claim of the same name. */
function folderVolume(name: string, path: string): UnknownRecord {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteMany'],
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      hostPath: { path, type: 'Directory' },
    },
  }
}

/** The claims of the VM's namespace that lead to those volumes. */
export function folderClaims({ folders }: Writing): UnknownRecord[] {
  return [...folders].map(([name]) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteMany'],
      storageClassName: '',
      volumeName: name,
      resources: { requests: { storage: '1Gi' } },
    },
  }))
}
