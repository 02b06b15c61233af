/** The resource of a volume, in the words of each version of the provider. */
import { fileNameOf } from '../../bundle/index.ts'
import { hclComment } from '../../text/index.ts'
import { block, field, format, literal, object, textField } from './expression.ts'
import type { HclBlock, HclField } from './hcl.ts'
import type { VolumeWish } from './volumes.ts'

/** As provider 0.9 has it: docs/resources/volume.md of v0.9.7. */
export function volumeBlock(vm: string, wish: VolumeWish): HclBlock {
  const { name, path, url, below, bytes } = wish
  const body: (HclField | undefined)[] = [
    textField('name', `${fileNameOf(vm)}-${name}`, path),
    field('pool', literal('var.pool', path)),
    bytes === undefined ? undefined : field('capacity', literal(String(bytes), path)),
    wish.format === undefined
      ? undefined
      : field('target', object(path, [field('format', format(wish.format, path))])),
    below === undefined
      ? undefined
      : field(
          'backing_store',
          object(path, [
            field('path', literal(`libvirt_volume.${below.label}.path`, path)),
            field('format', format(below.format, path)),
          ]),
        ),
    url === undefined
      ? undefined
      : field('create', object(path, [field('content', object(path, [field('url', literal(url, path))]))])),
  ]
  return ofWish(wish, body)
}

/**
 * As provider 0.8 has it: libvirt/resource_libvirt_volume.go of v0.8. What has a source is as large as that, and says so
 * itself.
 */
export function volumeBlock08(vm: string, wish: VolumeWish): HclBlock {
  const { name, path, url, below, bytes } = wish
  return ofWish(wish, [
    textField('name', `${fileNameOf(vm)}-${name}`, path),
    field('pool', literal('var.pool', path)),
    bytes === undefined || url !== undefined ? undefined : field('size', literal(String(bytes), path)),
    wish.format === undefined ? undefined : textField('format', wish.format, path),
    below === undefined
      ? undefined
      : field('base_volume_id', literal(`libvirt_volume.${below.label}.id`, path)),
    url === undefined ? undefined : field('source', literal(url, path)),
  ])
}

function ofWish({ label, path, comment }: VolumeWish, body: readonly (HclField | undefined)[]): HclBlock {
  const fields = body.filter((one) => one !== undefined)
  const made = block(`resource "libvirt_volume" "${label}"`, path, fields)
  return comment === undefined ? made : { ...made, comment: [hclComment(comment)] }
}
