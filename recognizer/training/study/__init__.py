"""What older readers of this kind were made of, trained again on MNIST and measured on pen ink. `make study`."""
