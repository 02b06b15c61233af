/** Terraform and OpenTofu with the provider dmacvicar/libvirt. */
import { domain as elements } from '../../domain/index.ts'
import { forLibvirt } from '../../lift/index.ts'
import { resolve, specPathOf } from '../../resolve/index.ts'
import { elementTree } from '../../table/index.ts'
import { hclName } from '../../text/index.ts'
import type { Target, TargetJob, Written } from '../target.ts'
import { domainValue } from './domain-value.ts'
import { writeHcl } from './hcl.ts'
import { domain as words } from './tables/domain.ts'

function write({ design, host }: TargetJob): Written {
  const { domain, origins } = resolve(forLibvirt(design), host, 'libvirt')
  const { fields, unsaid } = domainValue(elementTree('domain', elements, domain), words)
  const head = `resource "libvirt_domain" "${hclName(design.name)}"`
  const { text, lines } = writeHcl([{ head, body: fields, path: [] }])
  return {
    files: [
      {
        name: 'main.tf',
        about: 'all resources',
        language: 'hcl',
        text,
        lines: lines.map((path) => specPathOf(path, origins)),
      },
    ],
    lacks: unsaid.map(({ xml, path }) => ({
      path: specPathOf(path, origins),
      message: `The provider has no field for ${xml.join('/')}.`,
      byHand: 'Define the XML with virsh instead.',
    })),
    findings: [],
  }
}

export const terraform = {
  id: 'terraform',
  about: 'A configuration for OpenTofu and Terraform with the provider dmacvicar/libvirt.',
  writer: { options: {}, write },
} as const satisfies Target
