/** What an edit displaced of the author's words, for the person to know. */
import type { Finding } from '../finding.ts'
import { type MadeDevice, madeDevices } from '../resolve/index.ts'
import type { Design, VmSpec } from '../spec/index.ts'

/** What became of each device that resolve makes, when it no longer makes it. */
const noLonger: Readonly<Record<MadeDevice, string>> = {
  root_disk:
    'The root disk is no longer made of the source: its disk was replaced or taken out by hand. The source stays in the design.',
  installer_disk:
    'The installer’s CD was replaced or taken out by hand. What installer says stays in the design.',
  drivers_disk:
    'The CD with the drivers was replaced or taken out by hand. What installer says of it stays in the design.',
  answers_disk:
    'The CD with the answers was replaced or taken out by hand, so the installer asks its questions. What installer says stays in the design.',
  seed_disk:
    'The seed is no longer made by cloud-init: its disk was replaced or taken out by hand. What cloud-init is told stays in the design and does not reach the guest.',
  first_interface:
    'The first interface is no longer made of network: it was replaced or taken out by hand. What network says stays in the design.',
}

/** Findings on what `after` no longer takes from where `before` said it. */
export function displaced(before: Design, after: Design): Finding[] {
  const made = madeDevices
    .filter((name) => leavesOut(after.spec, name) && !leavesOut(before.spec, name))
    .map((name) => finding('put.left-out', ['libvirt', 'leave_out'], noLonger[name]))
  const raw = (['snippets', 'xml_passthrough'] as const)
    .filter((key) => size(after.spec.libvirt?.[key]) < size(before.spec.libvirt?.[key]))
    .map(() =>
      finding(
        'put.raw-xml',
        ['libvirt'],
        'XML of your own was changed by hand: it is said in fields now, and no longer as raw XML.',
      ),
    )
  const short = (['ram', 'cpu', 'machine', 'firmware', 'source'] as const).filter(
    (key) => before.spec[key] !== undefined && after.spec[key] === undefined,
  )
  const anew =
    short.length < 2
      ? []
      : [
          finding(
            'put.said-anew',
            ['libvirt'],
            `So much was changed by hand that the whole machine is said anew under libvirt. These words gave way: ${short.join(', ')}.`,
          ),
        ]
  return [...made, ...raw, ...anew]
}

function finding(code: Finding['code'], path: Finding['path'], message: string): Finding {
  return { code, severity: 'warning', path, message }
}

function leavesOut(spec: VmSpec, name: MadeDevice): boolean {
  return spec.libvirt?.leave_out?.includes(name) ?? false
}

function size(held: string | readonly string[] | undefined): number {
  return typeof held === 'string' ? 1 : (held?.length ?? 0)
}
