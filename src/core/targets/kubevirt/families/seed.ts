/** What cloud-init is told: a volume `cloudInitNoCloud`, whose texts stand in a Secret, where there is room for them. */
import { type VmSpec, withoutDefaults } from '../../../spec/index.ts'
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { base64urlDecode, utf8Decode, withoutEnds } from '../../../text/index.ts'
import { joinedLabel } from '../../labels.ts'
import type { Reading } from '../reading.ts'
import type { Hand } from '../words/hand.ts'
import { heldAt } from '../words/tree.ts'
import type { Writing } from '../writing.ts'
import { plainYaml } from '../yaml/plain-yaml.ts'

const kinds = ['cloudInitNoCloud', 'cloudInitConfigDrive'] as const

/** @returns whether the volume is one of cloud-init, whose texts are in the design from then on or stay where they are */
export function readSeed(reading: Reading, volume: Hand): 'none' | 'read' | 'kept' {
  const kind = kinds.find((one) => isRecord(volume.peek([one])))
  if (kind === undefined) return 'none'
  const held = volume.peek([kind])
  const user = textOf(reading, held, 'userData', 'secretRef', ['userdata', 'userData'])
  const network = textOf(reading, held, 'networkData', 'networkDataSecretRef', ['networkdata', 'networkData'])
  const cloudInit = cloudInitOf(user, network)
  if (cloudInit === undefined) {
    reading.advise(
      'kubevirt.elsewhere',
      'What cloud-init is told stands in a Secret, or in a form that is not read here. `kubectl get secret -o yaml` prints it: paste it behind the VirtualMachine.',
    )
    return 'kept'
  }
  volume.take([kind])
  reading.said['cloud_init'] = cloudInit
  reading.said['ssh'] = { key_source: 'none' }
  return 'read'
}

function textOf(
  reading: Reading,
  held: unknown,
  inline: string,
  reference: string,
  keys: readonly string[],
): string | undefined {
  const own = heldAt(held, [inline])
  if (typeof own === 'string') return own
  const coded = heldAt(held, [`${inline}Base64`])
  if (typeof coded === 'string') return base64Text(coded)
  const secret = reading.object('Secret', heldAt(held, [reference, 'name']))
  for (const key of keys) {
    const plain = heldAt(secret, ['stringData', key])
    if (typeof plain === 'string') return plain
    const data = heldAt(secret, ['data', key])
    if (typeof data === 'string') return base64Text(data)
  }
  return undefined
}

function base64Text(coded: string): string | undefined {
  const bytes = base64urlDecode(
    coded
      .replace(/\s+/g, '')
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/={1,2}$/, ''),
  )
  return bytes === undefined ? undefined : utf8Decode(bytes)
}

/** All of user-data as it is; undefined for a script, or what says nothing. */
function cloudInitOf(user: string | undefined, network: string | undefined): VmSpec['cloud_init'] {
  const [, body] = /^#cloud-config[^\n]*\n([\s\S]*)$/.exec(user ?? '') ?? []
  if (body === undefined) return undefined
  const ethernets = heldAt(plainYaml(network ?? ''), ['ethernets'])
  const extra = withoutEnds(body, /\s/)
  return withoutDefaults({
    cloud_init: {
      ...(extra === '' ? {} : { extra: `${extra}\n` }),
      ...(isRecord(ethernets) ? { network: { version: 2, ethernets } } : {}),
    },
  }).cloud_init
}

/** The name of the Secret. */
export function secretName({ name }: Writing): string {
  return joinedLabel(name, 'seed')
}

/** @returns false when there is nothing to tell */
export function saySeed(writing: Writing, name: string): boolean {
  const files = writing.cloudInit.files
  if (files.length === 0) return false
  const secret = { name: secretName(writing) }
  const hasNetwork = files.some((file) => file.name === 'network-config')
  writing.volumes.push({
    name,
    cloudInitNoCloud: { secretRef: secret, ...(hasNetwork ? { networkDataSecretRef: secret } : {}) },
  })
  return true
}

/** Whoever brought texts of their own keeps them: a guest looks at one seed. */
export function hasOwnSeed({ own }: Writing): boolean {
  return own.some(
    ({ way, value }) => way.at(-2) === 'volumes' && kinds.some((kind) => heldAt(value, [kind]) !== undefined),
  )
}

/** The Secret that the volume names; undefined when no volume does. */
export function seedSecret(writing: Writing): UnknownRecord | undefined {
  if (!writing.volumes.some((volume) => volume['cloudInitNoCloud'] !== undefined)) return undefined
  const keys: Readonly<Record<string, string>> = { 'user-data': 'userdata', 'network-config': 'networkdata' }
  const data = writing.cloudInit.files.flatMap(({ name, text }) => {
    const key = keys[name]
    return key === undefined ? [] : [[key, text]]
  })
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: secretName(writing) },
    type: 'Opaque',
    stringData: Object.fromEntries(data),
  }
}
