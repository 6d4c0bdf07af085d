package io.kith.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first director, made where the store holds no director.
 *
 * @param user her account's name
 * @param password without one a random password is printed once on the console
 */
@ConfigurationProperties("kith.director")
record DirectorSettings(
        @DefaultValue("director") String user, @Nullable String password) {}
