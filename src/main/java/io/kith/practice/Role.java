package io.kith.practice;

/** What a staff member is to clients. */
public enum Role {
    FRONT_DESK,
    CLIENT_SERVICE,
    CONSULTANT,
    DOCTOR,
    NURSE,
    THERAPIST,
    MANAGER
}
