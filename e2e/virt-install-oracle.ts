/** When two machines are the same for virt-install. */
import {
  type Design,
  type Domain,
  forLibvirt,
  readDomainXml,
  renderXmlText,
  resolve,
  targets,
} from '../src/core/index.ts'

/** The domain of a design as it is read back from its XML. */
export function ownDomain(design: Design): Domain | undefined {
  return readDomainXml(renderXmlText(resolve(forLibvirt(design), undefined, 'libvirt').domain)).domains[0]
    ?.domain
}

const bytesOf: Readonly<Record<string, number>> = {
  b: 1,
  bytes: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  G: 2 ** 30,
  M: 2 ** 20,
}

/** Places where a size may be said in another unit. */
const isSize = /^\.(?:memory\.value|current_memory|max_memory\.value)$/
/** Places where a number may be said in another way. */
const isNumber = /\.(?:domain|bus|slot|function|controller|target|unit|port)$/

function sameText(place: string, one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (isNumber.test(place)) return one !== undefined && Number(one) === Number(other)
  return isSize.test(place) && inBytes(one) === inBytes(other)
}

function inBytes(size: unknown): number {
  const [, amount = '', unit = 'KiB'] = /^(\d+) ?(\w+)?$/.exec(String(size)) ?? []
  return Number(amount) * (bytesOf[unit] ?? Number.NaN)
}

/** The places where two domains differ, as `.devices.disks.0.driver`. Comments and the like are no part of it. */
export function differences(one: unknown, other: unknown, place = ''): string[] {
  if (place.endsWith('$rest') || place === '.id') return []
  if (isObject(one) && isObject(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...keys].flatMap((key) =>
      differences(Reflect.get(one, key), Reflect.get(other, key), `${place}.${key}`),
    )
  }
  return sameText(place, one, other) ? [] : [`${place}: ${JSON.stringify(one)}, ${JSON.stringify(other)}`]
}

function isObject(held: unknown): held is object {
  return typeof held === 'object' && held !== null
}

/** Whether the writer said that it can't say the place of a difference, one around it or one below it. */
export function isLacked(difference: string, design: Design): boolean {
  const place = `${difference.replace(/:.*/s, '')}.`
  const { lacks = [] } = targets['virt-install'].writer?.write({ design, host: undefined, choices: {} }) ?? {}
  return lacks.some(({ path }) => {
    const own = `.${path.slice(path[0] === 'libvirt' ? 1 : 0).join('.')}.`
    return own.startsWith(place) || place.startsWith(own)
  })
}
