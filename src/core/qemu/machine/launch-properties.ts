/** What QEMU is told of encrypted memory. QAPI, SevGuestProperties, SevSnpGuestProperties, TdxGuestProperties. */
import type { Domain } from '../../domain/index.ts'
import { type Codec, number, onOff, switched, text } from '../properties/codec.ts'
import { derived, given, type Properties, propertyOf } from '../properties/property.ts'

export type LaunchSecurity = NonNullable<Domain['launch_security']>

const property = propertyOf<LaunchSecurity>()

/** A number as libvirt writes it: hexadecimal. */
const policy: Codec<string> = {
  ...text,
  parse: (held) => (/^\d+$/.test(held) ? `0x${BigInt(held).toString(16).padStart(4, '0')}` : held),
}

const common: Properties<LaunchSecurity> = {
  id: given,
  cbitpos: property('cbitpos', number),
  'reduced-phys-bits': property('reduced_phys_bits', number, { unsaid: 1 }),
  policy: property('policy', policy),
}

const hashes: Properties<LaunchSecurity> = {
  'kernel-hashes': property('kernel_hashes', switched('yes', 'no')),
}

/** An object that encrypts. */
export interface Guest {
  readonly object: string
  readonly properties: Properties<LaunchSecurity>
  /** What it is called, and the QEMU that brought it. */
  readonly newer?: { readonly name: string; readonly since: string }
}

const sev: Guest = {
  object: 'sev-guest',
  // The texts of the guest's owner are in files.
  properties: { ...common, 'dh-cert-file': given, 'session-file': given, ...hashes },
}

/** By libvirt's types. */
export const guests: { readonly [Type in NonNullable<LaunchSecurity['type']>]: Guest } = {
  sev,
  'sev-es': sev,
  'sev-snp': {
    object: 'sev-snp-guest',
    newer: { name: 'SEV-SNP', since: '9.1' },
    properties: {
      ...common,
      'guest-visible-workarounds': property('guest_visible_workarounds', text),
      'id-block': property('id_block', text),
      'id-auth': property('id_auth', text),
      'host-data': property('host_data', text),
      'author-key-enabled': property('author_key', onOff),
      'vcek-disabled': property('vcek', switched(false, true)),
      ...hashes,
    },
  },
  tdx: {
    object: 'tdx-guest',
    newer: { name: 'TDX', since: '10.1' },
    properties: {
      id: given,
      attributes: property('policy', policy),
      mrconfigid: property('mr_config_id', text),
      mrowner: property('mr_owner', text),
      mrownerconfig: property('mr_owner_config', text),
      'quote-generation-socket.type': derived(({ quote_generation_service: socket }) =>
        socket === undefined ? undefined : 'unix',
      ),
      'quote-generation-socket.path': property('quote_generation_service', text),
    },
  },
  's390-pv': { object: 's390-pv-guest', properties: { id: given } },
}
