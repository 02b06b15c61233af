/** Displays, video cards, sound. Manual: Graphical framebuffers; Video devices; Sound devices; Audio backends. */
import {
  anyText,
  at,
  attribute,
  child,
  hostName,
  hostPath,
  integer,
  list,
  modelName,
  oneOf,
  oneOrMany,
  onOff,
  refusedBeside,
  short,
  wholeNumber,
  yesNo,
  yesNoText,
} from '../table/index.ts'
import { audioBackendStream } from './audio-stream.ts'
import { acpi, address, alias, virtioDriver } from './common.ts'

export const listen = {
  type: attribute('type', oneOf('address', 'network', 'socket', 'none'), {
    help: 'An address, a socket, or an address of a libvirt network.',
  }),
  address: attribute('address', hostName, {
    help: 'Address; 127.0.0.1 keeps it on this host.',
    only: { type: ['address', 'network'] },
  }),
  network: attribute('network', anyText, { help: 'Network of libvirt.', only: { type: ['network'] } }),
  socket: attribute('socket', hostPath, {
    help: 'Path of the socket; libvirt picks one when it is not said.',
    only: { type: ['socket'] },
  }),
} as const

const compression = oneOf('auto', 'never', 'always')
const channelMode = oneOf('secure', 'insecure', 'any')
const spice = { type: ['spice'] } as const
const vnc = { type: ['vnc'] } as const

export const graphics = {
  type: attribute('type', oneOf('vnc', 'spice', 'rdp', 'sdl', 'desktop', 'egl-headless', 'dbus'), {
    help: 'spice and vnc are seen from elsewhere, sdl and dbus on this desktop.',
    required: true,
  }),
  port: attribute('port', integer({ minimum: -1, maximum: 65535 }), {
    help: 'Port; -1 lets libvirt choose.',
    only: { type: ['vnc', 'spice', 'rdp'] },
  }),
  tls_port: attribute('tlsPort', integer({ minimum: -1, maximum: 65535 }), {
    label: 'TLS port',
    help: 'Port for encrypted connections.',
    only: spice,
  }),
  autoport: attribute('autoport', yesNoText, {
    label: 'Automatic port',
    help: 'libvirt chooses the ports.',
    only: { type: ['vnc', 'spice', 'rdp'] },
  }),
  websocket: attribute('websocket', integer({ minimum: -1, maximum: 65535 }), {
    help: 'WebSocket port; -1 lets libvirt choose.',
    only: vnc,
  }),
  socket: attribute('socket', hostPath, { help: 'Socket (old form of listen).', only: vnc }),
  listen_address: attribute('listen', hostName, { help: 'Address (old form of listen).' }),
  passwd: attribute('passwd', anyText, {
    label: 'Password',
    help: 'Stands in the XML in clear; VNC takes 8 characters.',
  }),
  passwd_valid_to: attribute('passwdValidTo', anyText, {
    help: 'Until when the password holds: 2030-01-31T00:00:00.',
  }),
  connected: attribute('connected', oneOf('fail', 'disconnect', 'keep'), {
    help: 'What a new password does to who is connected.',
  }),
  share_policy: attribute('sharePolicy', oneOf('allow-exclusive', 'force-shared', 'ignore'), {
    help: 'Several viewers at once.',
    only: vnc,
  }),
  power_control: attribute('powerControl', yesNo, {
    help: 'The viewer may switch the VM off.',
    since: '7.1.0',
    only: vnc,
  }),
  default_mode: attribute('defaultMode', channelMode, {
    help: 'Encryption of channels that say nothing else.',
    only: spice,
  }),
  keymap: attribute('keymap', modelName, { help: 'Keyboard layout such as en-us or de.' }),
  display: attribute('display', anyText, { help: 'X display.', only: { type: ['sdl', 'desktop'] } }),
  xauth: attribute('xauth', hostPath, { help: 'Xauthority file.', only: { type: ['sdl'] } }),
  fullscreen: attribute('fullscreen', yesNo, { help: 'Whole screen.', only: { type: ['sdl', 'desktop'] } }),
  username: attribute('username', anyText, { help: 'User name.', only: { type: ['rdp'] } }),
  multi_user: attribute('multiUser', yesNo, {
    label: 'Several users',
    help: 'Several people at once.',
    only: { type: ['rdp'] },
  }),
  replace_user: attribute('replaceUser', yesNo, {
    help: 'Who comes last takes over.',
    only: { type: ['rdp'] },
  }),
  wait: attribute('wait', yesNo, {
    help: 'The guest starts when a viewer is there (bhyve).',
    only: vnc,
  }),
  p2p: attribute('p2p', yesNo, {
    label: 'Peer to peer',
    help: 'D-Bus without a bus.',
    since: '8.4.0',
    only: { type: ['dbus'] },
  }),
  dbus_address: attribute('address', anyText, {
    help: 'Address of the D-Bus.',
    since: '8.4.0',
    only: { type: ['dbus'] },
  }),
  listen: oneOrMany('listen', 'address', listen, {
    help: 'Where it listens; libvirt keeps to 127.0.0.1 when it is not said.',
  }),
  channels: list(
    'channel',
    {
      name: attribute(
        'name',
        oneOf('main', 'display', 'inputs', 'cursor', 'playback', 'record', 'smartcard', 'usbredir'),
        { help: 'SPICE channel.', required: true },
      ),
      mode: attribute('mode', channelMode, { help: 'Its encryption.', required: true }),
    },
    { help: 'Encryption of single SPICE channels.', only: spice },
  ),
  image: at(
    'image',
    attribute('compression', oneOf('auto_glz', 'auto_lz', 'quic', 'glz', 'lz', 'off'), {
      label: 'Image compression',
      help: 'off is best on one machine.',
      only: spice,
    }),
  ),
  jpeg: at(
    'jpeg',
    attribute('compression', compression, {
      label: 'JPEG compression',
      help: 'Lossy, for slow lines.',
      only: spice,
    }),
  ),
  zlib: at(
    'zlib',
    attribute('compression', compression, {
      label: 'zlib compression',
      help: 'For slow lines.',
      only: spice,
    }),
  ),
  playback: at(
    'playback',
    attribute('compression', onOff, { label: 'Sound compression', help: 'Compressed sound.', only: spice }),
  ),
  streaming: at(
    'streaming',
    attribute('mode', oneOf('filter', 'all', 'off'), { help: 'What is taken for video.', only: spice }),
  ),
  mouse: at(
    'mouse',
    attribute('mode', oneOf('server', 'client'), {
      label: 'Mouse mode',
      help: 'client feels better and needs the agent.',
      only: spice,
    }),
  ),
  clipboard: at(
    'clipboard',
    attribute('copypaste', yesNo, {
      help: 'Copy and paste with the guest.',
      only: { type: ['spice', 'dbus'] },
    }),
  ),
  filetransfer: at(
    'filetransfer',
    attribute('enable', yesNo, {
      label: 'File transfer',
      help: 'Files dropped on the viewer go to the guest.',
      only: spice,
    }),
  ),
  gl: short(
    'gl',
    'enable',
    {
      enable: attribute('enable', yesNoText, { help: 'yes or no.' }),
      rendernode: attribute('rendernode', hostPath, {
        label: 'Render node',
        help: 'GPU of the host, such as /dev/dri/renderD128.',
      }),
    },
    {
      label: 'OpenGL',
      help: 'The guest draws with the host’s GPU; needs a local viewer or a socket.',
      only: { type: ['spice', 'sdl', 'egl-headless', 'dbus'] },
    },
  ),
  audio: at(
    'audio',
    attribute('id', integer({ minimum: 1 }), {
      label: 'Audio backend',
      help: 'Number of the audio backend.',
      since: '7.2.0',
      only: { type: ['vnc', 'dbus'] },
    }),
  ),
} as const

const knobs = (...model: readonly string[]) => ({ only: { model } })

/** What libvirt refuses of another card: qemuValidateDomainDeviceDefVideo, virDomainVideoDefValidate and its schema. */
const onlyOn = (...model: readonly string[]) => refusedBeside('video.knob', { model })

export const videoModels = [
  'virtio',
  'qxl',
  'vga',
  'bochs',
  'ramfb',
  'cirrus',
  'vmvga',
  'xen',
  'vbox',
  'gop',
  'none',
] as const

export const video = {
  model: at(
    'model',
    attribute('type', oneOf(...videoModels), {
      help: 'Which video card the guest sees; libvirt picks one by the machine.',
    }),
  ),
  vram: at(
    'model',
    attribute('vram', wholeNumber, {
      label: 'Video memory',
      help: 'Memory of the card.',
      unit: 'KiB',
      ...knobs('qxl', 'vga', 'bochs', 'cirrus', 'vmvga', 'virtio'),
    }),
  ),
  ram: at(
    'model',
    attribute('ram', wholeNumber, {
      label: 'Primary bar',
      help: 'Size of the primary bar.',
      unit: 'KiB',
      ...onlyOn('qxl'),
    }),
  ),
  vram64: at(
    'model',
    attribute('vram64', wholeNumber, {
      label: '64-bit video memory',
      help: 'Size of the 64-bit bar.',
      unit: 'KiB',
      since: '1.3.3',
      ...onlyOn('qxl'),
    }),
  ),
  vgamem: at(
    'model',
    attribute('vgamem', wholeNumber, {
      label: 'VGA framebuffer',
      help: 'Framebuffer of the fallback mode; limits the resolution.',
      unit: 'KiB',
      since: '1.2.11',
      ...onlyOn('qxl'),
    }),
  ),
  heads: at(
    'model',
    attribute('heads', integer({ minimum: 0, maximum: 16 }), {
      label: 'Screens',
      help: 'How many screens.',
      ...refusedBeside('video.knob', { model: ['virtio', 'qxl'] }, [0, 1]),
    }),
  ),
  primary: at('model', attribute('primary', yesNo, { help: 'The card that the firmware shows itself on.' })),
  blob: at(
    'model',
    attribute('blob', onOff, {
      label: 'Blob resources',
      help: 'Shares buffers with the host without copying.',
      since: '9.2.0',
      ...onlyOn('virtio'),
    }),
  ),
  edid: at(
    'model',
    attribute('edid', onOff, {
      label: 'EDID',
      help: 'The guest learns about the screen.',
      since: '10.7.0',
      ...onlyOn('virtio', 'vga', 'bochs'),
    }),
  ),
  device: at(
    'model',
    attribute(
      'device',
      oneOf('virtio-gpu', 'virtio-gpu-gl', 'virtio-vga', 'virtio-vga-gl', 'vhost-user-gpu', 'vhost-user-vga'),
      { help: 'Which of QEMU’s virtio devices it is.', ...knobs('virtio') },
    ),
  ),
  accel3d: at(
    'model/acceleration',
    attribute('accel3d', yesNo, {
      label: '3D acceleration',
      help: 'OpenGL by the host’s GPU (virgl); needs a display with OpenGL.',
      ...refusedBeside('video.accel3d', { model: ['virtio'] }, [false]),
    }),
  ),
  accel2d: at(
    'model/acceleration',
    attribute('accel2d', yesNo, {
      label: '2D acceleration',
      help: '2D acceleration (VirtualBox).',
      ...onlyOn('vbox'),
    }),
  ),
  rendernode: at(
    'model/acceleration',
    attribute('rendernode', hostPath, {
      label: 'Render node',
      help: 'GPU of the host for vhost-user.',
      since: '5.8.0',
      ...knobs('virtio'),
    }),
  ),
  resolution: at(
    'model',
    child(
      'resolution',
      {
        x: attribute('x', integer({ minimum: 1 }), { label: 'Width', help: 'Width.', unit: 'px' }),
        y: attribute('y', integer({ minimum: 1 }), { label: 'Height', help: 'Height.', unit: 'px' }),
      },
      {
        help: 'Resolution at the start.',
        since: '5.8.0',
        ...onlyOn('virtio', 'vga', 'bochs', 'qxl', 'ramfb'),
      },
    ),
  ),
  driver: child(
    'driver',
    {
      name: attribute('name', oneOf('qemu', 'vhostuser'), {
        help: 'vhostuser draws in a process of its own.',
      }),
      vgaconf: attribute('vgaconf', oneOf('io', 'on', 'off'), {
        label: 'VGA configuration',
        help: 'How VGA is offered (bhyve).',
      }),
      ...virtioDriver,
    },
    { help: 'Who does the drawing.' },
  ),
  acpi,
  alias,
  address,
} as const

export const sound = {
  model: attribute(
    'model',
    oneOf('sb16', 'es1370', 'pcspk', 'ac97', 'ich6', 'ich7', 'ich9', 'usb', 'virtio'),
    { help: 'ich9 on q35; virtio for new Linux guests.', required: true },
  ),
  multichannel: attribute('multichannel', yesNo, { help: 'More than two channels (usb).', since: '8.0.0' }),
  streams: attribute('streams', integer({ minimum: 1, maximum: 64 }), {
    help: 'Streams (virtio).',
    since: '10.5.0',
  }),
  codecs: list(
    'codec',
    {
      type: attribute('type', oneOf('duplex', 'micro', 'output'), {
        help: 'What the codec can do.',
        required: true,
      }),
    },
    { help: 'Codecs of ich6 and ich9.' },
  ),
  audio: at(
    'audio',
    attribute('id', integer({ minimum: 1 }), {
      label: 'Audio backend',
      help: 'Number of the audio backend.',
      since: '7.2.0',
    }),
  ),
  driver: child('driver', virtioDriver, { help: 'virtio options.' }),
  acpi,
  alias,
  address,
} as const

export const audio = {
  id: attribute('id', integer({ minimum: 1 }), {
    help: 'Number that sound devices refer to.',
    required: true,
  }),
  type: attribute(
    'type',
    oneOf(
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
    ),
    { help: 'Where sound goes on the host.', required: true },
  ),
  timer_period: attribute('timerPeriod', wholeNumber, {
    help: 'How often the buffers are served.',
    unit: 'µs',
  }),
  server_name: attribute('serverName', anyText, {
    help: 'Server to speak to.',
    only: { type: ['pulseaudio'] },
  }),
  try_mmap: attribute('tryMMap', yesNo, {
    label: 'Memory mapping',
    help: 'Use memory mapping where the device can.',
    only: { type: ['oss'] },
  }),
  exclusive: attribute('exclusive', yesNo, {
    help: 'Keep the device from others.',
    only: { type: ['oss'] },
  }),
  dsp_policy: attribute('dspPolicy', integer({ minimum: -1 }), {
    label: 'DSP policy',
    help: 'Trade between latency and load; -1 for none.',
    only: { type: ['oss'] },
  }),
  path: attribute('path', hostPath, { help: 'File.', only: { type: ['file'] } }),
  driver: attribute('driver', anyText, { help: 'SDL driver.', only: { type: ['sdl'] } }),
  runtime_dir: attribute('runtimeDir', hostPath, {
    help: 'Directory of the PipeWire socket.',
    only: { type: ['pipewire'] },
  }),
  input: child('input', audioBackendStream, { help: 'Sound from the host to the guest.' }),
  output: child('output', audioBackendStream, { help: 'Sound from the guest to the host.' }),
} as const
