/** What a VM is, as a table for people: in the README of a bundle, and in a post for a forum or an issue. */
import { withGuestWords } from '../systems/index.ts'
import { markdownCode as code, markdownCodeCell as codeCell, markdownText as plain } from '../text/index.ts'
import type { BundlePlan } from './bundle-plan.ts'

/** A table in Markdown: memory, vCPUs, disks, ports. */
export function whatItIs(plan: BundlePlan): string {
  const { design, libvirt, rootDisk, newDisks, forward, firstPort } = plan
  const { domain, paths } = libvirt
  const spec = withGuestWords(design.spec)
  const firmware = { bios: 'BIOS', 'uefi-insecure': 'UEFI', 'uefi-secure': 'UEFI with Secure Boot' } as const
  const rows: (readonly [string, string])[] = [
    ['Memory', plain(domain.memory?.value ?? 'as libvirt decides')],
    ['vCPUs', `${domain.vcpu?.value ?? 1}`],
    [
      'Machine',
      plain(`${domain.os?.machine ?? ''}, ${domain.os?.arch ?? ''}, ${firmware[spec.firmware ?? 'bios']}`),
    ],
    ...(rootDisk === undefined && newDisks.length > 0
      ? []
      : ([['Disk', diskWords(design.spec.source, rootDisk?.source?.file, spec.disk_size)]] as const)),
    ...newDisks.map(
      ({ file, format, size }) => ['New disk', `${code(file)}, ${plain(size)}, ${format}, empty`] as const,
    ),
    ...(forward === undefined
      ? []
      : ([
          [
            'SSH',
            firstPort === undefined
              ? plain(`${forward.address}, port ${forward.port}`)
              : 'a free port that create.sh chooses',
          ],
        ] as const)),
    ...(spec.network?.port_forwards ?? []).map((ports): [string, string] => {
      const [ofHost = '', ofGuest = ''] = ports.split(':')
      return ['Port', plain(`${ofHost} of the host leads to ${ofGuest} of the guest`)]
    }),
    ['Its files on the host', codeCell(paths.stateDir)],
  ]
  return `| | |\n|---|---|\n${rows.map(([what, value]) => `| ${what} | ${value} |\n`).join('')}`
}

function diskWords(
  source: BundlePlan['design']['spec']['source'],
  file: string | undefined,
  size: string | undefined,
): string {
  const big = size === undefined ? '' : `, ${plain(size)}`
  switch (source?.kind) {
    case 'cloud_image':
      return `${codeCell(file ?? '')}${big}, on the image ${codeCell(source.url ?? '')}`
    case 'bootc':
      return `${codeCell(file ?? '')}${big}, from the container image ${codeCell(source.box ?? '')}`
    case 'clone':
      return `${codeCell(file ?? '')}${big}, a copy of the VM ${codeCell(source.from_vm ?? '')}`
    case 'bootstrap':
      return `${codeCell(file ?? '')}${big}, made with ${plain(source.builder ?? '')}`
    case 'imported':
      return `${codeCell(source.disk_path ?? 'the disks of the design')}, which is there already`
    default:
      return file === undefined ? 'the disks of the design' : `${codeCell(file)}${big}, empty`
  }
}
