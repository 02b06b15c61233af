/** One direction of an audio backend. Manual: Audio backends. */
import { anyText, attribute, child, oneOf, wholeNumber, yesNo } from '../table/index.ts'

/** `<input>` or `<output>`; the fields beyond those of all backends belong to some of them. */
export const audioBackendStream = {
  mixing_engine: attribute('mixingEngine', yesNo, { help: 'QEMU mixes and converts.' }),
  fixed_settings: attribute('fixedSettings', yesNo, {
    help: 'The host keeps to the settings below whatever the guest does.',
  }),
  voices: attribute('voices', wholeNumber, { help: 'How many voices.' }),
  buffer_length: attribute('bufferLength', wholeNumber, { help: 'Length of the buffer.', unit: 'µs' }),
  dev: attribute('dev', anyText, { label: 'Device', help: 'Device of the host.' }),
  try_poll: attribute('tryPoll', yesNo, { label: 'Polling', help: 'Wait for the device by polling.' }),
  buffer_count: attribute('bufferCount', wholeNumber, { help: 'How many buffers.' }),
  name: attribute('name', anyText, { help: 'Name of the source or sink (PulseAudio, PipeWire).' }),
  stream_name: attribute('streamName', anyText, { help: 'Name of the stream (PulseAudio, PipeWire).' }),
  latency: attribute('latency', wholeNumber, {
    help: 'Desired latency (PulseAudio, PipeWire).',
    unit: 'µs',
  }),
  server_name: attribute('serverName', anyText, { help: 'Server to speak to (JACK).' }),
  client_name: attribute('clientName', anyText, { help: 'Name of this client (JACK).' }),
  connect_ports: attribute('connectPorts', anyText, {
    help: 'Ports to connect to, a regular expression (JACK).',
  }),
  exact_name: attribute('exactName', yesNo, { help: 'Fail when the name is taken (JACK).' }),
  settings: child(
    'settings',
    {
      frequency: attribute('frequency', wholeNumber, { help: 'Sampling rate.', unit: 'Hz' }),
      channels: attribute('channels', wholeNumber, { help: 'How many channels.' }),
      format: attribute('format', oneOf('s8', 'u8', 's16', 'u16', 's32', 'u32', 'f32'), {
        help: 'Kind of sample.',
      }),
    },
    { help: 'What the host is fed with, when the settings are fixed.' },
  ),
} as const
