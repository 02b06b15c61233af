/** The beginning of a configuration: which provider, where, and the pool that the disks go to. */
import type { Resolved } from '../../resolve/index.ts'
import { hclComment } from '../../text/index.ts'
import { block, field, object, textField } from './expression.ts'
import type { HclBlock } from './hcl.ts'

/**
 * @param version what of the provider is asked for, as Terraform says it
 * @param hasVolumes whether anything goes to a pool
 */
export function head(resolved: Resolved, version: string, hasVolumes: boolean): readonly HclBlock[] {
  const { design, host } = resolved
  const uri = host.connection === 'system' ? 'qemu:///system' : 'qemu:///session'
  const provider = object(
    [],
    [textField('source', 'dmacvicar/libvirt', []), textField('version', version, [])],
  )
  const pool = block(
    'variable "pool"',
    [],
    [
      textField('description', 'The storage pool of libvirt that the disks go to', []),
      textField('default', 'default', []),
    ],
  )
  return [
    {
      ...block('terraform', [], [block('required_providers', [], [field('libvirt', provider)])]),
      comment: [hclComment(`${design.name}, for OpenTofu and Terraform. Written by vmwright.`)],
    },
    block('provider "libvirt"', [], [textField('uri', uri, [])]),
    ...(hasVolumes ? [pool] : []),
  ]
}
