/** What `-spice` is told beside its place. QEMU manual, -spice. */
import { type Codec, clientMouse, onOff, sameWords, switched } from '../../properties/codec.ts'
import { given, type Properties, propertyOf } from '../../properties/property.ts'
import type { Graphics } from './graphics-decisions.ts'

const property = propertyOf<Graphics>()

const compression = sameWords('auto', 'never', 'always')

/** QEMU says the other way round what is off. */
const disabled: Codec<boolean> = {
  ...switched(false, true),
  print: (held) => (held === false ? true : undefined),
}

export const spiceProperties: Properties<Graphics> = {
  'agent-mouse': property('mouse', clientMouse),
  'disable-ticketing': given,
  'password-secret': given,
  'x509-dir': given,
  'tls-channel': given,
  'plaintext-channel': given,
  'image-compression': property('image', sameWords('auto_glz', 'auto_lz', 'quic', 'glz', 'lz', 'off')),
  'jpeg-wan-compression': property('jpeg', compression),
  'zlib-glz-wan-compression': property('zlib', compression),
  'playback-compression': property('playback', onOff),
  'streaming-video': property('streaming', sameWords('filter', 'all', 'off')),
  'disable-copy-paste': property('clipboard', disabled, { usual: true }),
  'disable-agent-file-xfer': property('filetransfer', disabled, { usual: true }),
  gl: given,
  rendernode: given,
  'seamless-migration': given,
}
