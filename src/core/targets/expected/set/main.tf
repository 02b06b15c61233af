# web, for OpenTofu and Terraform. Written by vmwright.
terraform {
  required_providers {
    libvirt = {
      source  = "dmacvicar/libvirt"
      version = "~> 0.9.5"
    }
  }
}

provider "libvirt" {
  uri = "qemu:///session"
}

variable "pool" {
  description = "The storage pool of libvirt that the disks go to"
  default     = "default"
}

# The image as it is published; it is never written to.
resource "libvirt_volume" "base" {
  name = "web-base"
  pool = var.pool
  target = {
    format = {
      type = "qcow2"
    }
  }
  create = {
    content = {
      url = "https://example.org/debian.qcow2"
    }
  }
}

locals {
  vms = {
    "web-01" = {
      vcpu_cpuset  = "4"
      mac_address  = "52:54:00:12:34:01"
      ranges_start = 2201
    }
    "web-02" = {
      vcpu_cpuset  = "5"
      mac_address  = "52:54:00:12:34:02"
      ranges_start = 2202
    }
    "web-03" = {
      vcpu_cpuset  = "6"
      mac_address  = "52:54:00:12:34:03"
      ranges_start = 2203
    }
    "web-04" = {
      vcpu_cpuset  = "7"
      mac_address  = "52:54:00:12:34:04"
      ranges_start = 2204
    }
    "web-05" = {
      vcpu_cpuset  = "8"
      mac_address  = "52:54:00:12:34:05"
      ranges_start = 2205
    }
    "web-06" = {
      vcpu_cpuset  = "9"
      mac_address  = "52:54:00:12:34:06"
      ranges_start = 2206
    }
    "web-07" = {
      vcpu_cpuset  = "10"
      mac_address  = "52:54:00:12:34:07"
      ranges_start = 2207
    }
    "web-08" = {
      vcpu_cpuset  = "11"
      mac_address  = "52:54:00:12:34:08"
      ranges_start = 2208
    }
    "web-09" = {
      vcpu_cpuset  = "12"
      mac_address  = "52:54:00:12:34:09"
      ranges_start = 2209
    }
    "web-10" = {
      vcpu_cpuset  = "13"
      mac_address  = "52:54:00:12:34:0a"
      ranges_start = 2210
    }
    "web-11" = {
      vcpu_cpuset  = "14"
      mac_address  = "52:54:00:12:34:0b"
      ranges_start = 2211
    }
    "web-12" = {
      vcpu_cpuset  = "15"
      mac_address  = "52:54:00:12:34:0c"
      ranges_start = 2212
    }
  }
}

resource "libvirt_volume" "root" {
  for_each = local.vms
  name     = "${each.key}-root.qcow2"
  pool     = var.pool
  capacity = 10737418240
  target = {
    format = {
      type = "qcow2"
    }
  }
  backing_store = {
    path = libvirt_volume.base.path
    format = {
      type = "qcow2"
    }
  }
}

resource "libvirt_volume" "seed" {
  for_each = local.vms
  name     = "${each.key}-seed.iso"
  pool     = var.pool
  create = {
    content = {
      url = "${abspath(path.module)}/${each.key}/seed.iso"
    }
  }
}

resource "libvirt_domain" "vm" {
  for_each            = local.vms
  name                = each.key
  type                = "kvm"
  memory              = 2048
  memory_unit         = "MiB"
  current_memory      = 2048
  current_memory_unit = "MiB"
  vcpu                = 2
  vcpu_cpuset         = each.value.vcpu_cpuset
  vcpu_placement      = "static"
  clock = {
    offset = "utc"
  }
  cpu = {
    check = "none"
    mode  = "host-passthrough"
  }
  features = {
    acpi = true
    apic = {}
  }
  on_crash    = "destroy"
  on_poweroff = "destroy"
  on_reboot   = "restart"
  os = {
    type = "hvm"
    boot_devices = [
      {
        dev = "hd"
      },
    ]
    type_arch    = "x86_64"
    type_machine = "q35"
  }
  devices = {
    consoles = [
      {
        target = {
          port = 0
          type = "serial"
        }
      },
    ]
    disks = [
      {
        device = "disk"
        driver = {
          name = "qemu"
          type = "qcow2"
        }
        source = {
          file = {
            file = libvirt_volume.root[each.key].path
          }
        }
        target = {
          bus = "virtio"
          dev = "vda"
        }
      },
      {
        device = "cdrom"
        driver = {
          name = "qemu"
          type = "raw"
        }
        read_only = true
        source = {
          file = {
            file = libvirt_volume.seed[each.key].path
          }
        }
        target = {
          bus = "sata"
          dev = "sda"
        }
      },
    ]
    interfaces = [
      {
        backend = {
          type = "passt"
        }
        mac = {
          address = each.value.mac_address
        }
        model = {
          type = "virtio"
        }
        port_forward = [
          {
            address = "127.0.0.1"
            proto   = "tcp"
            ranges = [
              {
                to    = 22
                start = each.value.ranges_start
              },
            ]
          },
        ]
        source = {
          user = {}
        }
      },
    ]
    serials = [
      {
        target = {
          port = 0
        }
      },
    ]
  }
  running = true
}
