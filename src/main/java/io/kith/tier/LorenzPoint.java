package io.kith.tier;

/** A point of a Lorenz curve: the clients who spent least, as a share of all, and the share of all money they brought. */
public record LorenzPoint(double clients, double value) {}
