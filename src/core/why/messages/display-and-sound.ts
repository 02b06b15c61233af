/** Displays, OpenGL and sound. */
import type { CauseTable } from '../cause.ts'

export const displayAndSoundMessages = {
  'why.gl': {
    by: 'QEMU',
    says: [
      'The display backend does not have OpenGL support enabled',
      "It can be enabled with '-display BACKEND,gl=on' where BACKEND is the name of the display backend to use.",
      'opengl is not available',
      'egl: no drm render node available',
      'egl: EGL_{} not supported',
      'egl: eglInitialize failed: {}',
      'egl: render node init failed',
      'SPICE GL support is local-only for now and incompatible with -spice port/tls-port',
    ],
    cause:
      '3D needs a display with OpenGL that is not over the network: SPICE without a port and with gl on, SDL, GTK or egl-headless, and a render node that QEMU may open.',
    run: 'ls -l /dev/dri',
    at: 'devices.graphics',
  },
  'host.render-node': {
    by: 'libvirt',
    says: [
      "cannot open directory '/dev/dri': No such file or directory",
      "Path '/dev/dri/{node}' is not accessible: No such file or directory",
    ],
    cause:
      'The host has no render node: no graphics card with a driver of the kernel, or its driver goes to the guest. Leave OpenGL off.',
    run: 'ls -l /dev/dri',
    at: 'devices.graphics',
  },
  'why.display-x11': {
    by: 'QEMU',
    says: [
      'gtk initialization failed',
      'Could not initialize SDL({reason}) - exiting',
      'Authorization required, but no authorization protocol specified',
      'cannot open display: {display}',
      'Unable to init server: Could not connect: Connection refused',
    ],
    cause:
      'QEMU is to open a window and finds no desktop: under qemu:///system it runs as another user. Take VNC or SPICE, and look at it with virt-viewer.',
    at: 'devices.graphics',
  },
  'why.spice-missing': {
    by: 'libvirt',
    says: [
      'spice graphics are not supported with this QEMU',
      "domain configuration does not support graphics type 'spice'",
      "domain configuration does not support rng model '{}'",
      'redirection bus {} is not supported by QEMU',
    ],
    cause:
      'The QEMU of this host is built without SPICE (RHEL 9 and its kin). Take VNC, and a video card other than qxl.',
    at: 'devices.graphics',
  },
  'why.audio': {
    by: 'QEMU',
    says: [
      "Could not init `{driver}' audio driver",
      "audio: Could not init `{driver}' audio driver",
      "Unknown audio driver `{driver}'",
      "Cannot find audiodev `{device}'",
      "audiodev '{driver}' not found",
      'pulseaudio: pa_context_connect() failed',
      'pulseaudio: Reason: Connection refused',
      'no default audio driver available',
      'Failed to initialize PW context',
    ],
    cause:
      'QEMU can’t reach the sound of the host: under qemu:///system it runs as another user, who has no PipeWire or PulseAudio. Name the driver and its socket, take SPICE’s sound, or a session.',
    at: 'devices.audio',
  },
} as const satisfies CauseTable
