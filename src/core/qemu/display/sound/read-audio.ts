/** Audio backends of a command line: `-audiodev`, and `-audio` of QEMU since 7.1, which has a card with it. */
import { type OptionInHand, type Reading, takeProperties } from '../../reading/index.ts'
import { takeVariable } from '../take-variable.ts'
import { audioNumber } from './audio-names.ts'
import { type Audio, audioProperties, driverNames } from './audio-properties.ts'
import { soundCards } from './sound-cards.ts'

type Draft = { -readonly [Key in keyof Audio]: Audio[Key] }

const types = [
  'none',
  'alsa',
  'coreaudio',
  'dbus',
  'jack',
  'oss',
  'pipewire',
  'pulseaudio',
  'sdl',
  'spice',
  'file',
] as const

export function readAudio(reading: Reading): void {
  for (const option of reading.unread('audiodev')) {
    const item = takeBackend(reading, option)
    if (item === undefined) continue
    option.take('id')
    reading.add('audio', item, [option])
  }
  for (const option of reading.unread('audio')) readWithCard(reading, option)
}

/** `-audio pa,model=hda`: the model is of `-device`, or hda for a card with a codec. */
function readWithCard(reading: Reading, option: OptionInHand): void {
  const name = option.peek('model')
  const model =
    name === 'hda' ? 'ich6' : soundCards.find(({ driver }) => driver.toLowerCase() === name)?.model
  if (name !== undefined && name !== 'none' && model === undefined) return
  const known = reading.unread('audiodev', 'audio').length === 1 || option.peek('id') !== undefined
  if (!known) return
  const item = takeBackend(reading, option)
  if (item === undefined) return
  option.take('id')
  option.take('model')
  reading.add('audio', item, [option])
  if (model !== undefined && option.rest.length === 0)
    reading.add('sound', { model, audio: item.id }, [option])
}

function takeBackend(reading: Reading, option: OptionInHand): Draft | undefined {
  const driver = option.peek('driver')
  const type = types.find((one) => (driverNames[one] ?? one) === driver)
  const id = audioNumber(reading, option.peek('id')) ?? 1
  if (type === undefined) return undefined
  option.take('driver')
  const item: Draft = { id, type, ...takeProperties(option, audioProperties) }
  if (type === 'sdl') item.driver = takeVariable(reading, 'SDL_AUDIODRIVER')
  if (type === 'pipewire') item.runtime_dir = takeVariable(reading, 'PIPEWIRE_RUNTIME_DIR')
  return item
}
